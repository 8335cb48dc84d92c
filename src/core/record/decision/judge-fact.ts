import { formatNumber } from '../../model/format.ts'
import type { Verdict } from '../../verdict.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Requirement } from '../policy/requirement.ts'
import type { Fact } from './facts/fact.ts'

export interface Judgement {
  readonly status: Verdict
  /** Continues the value's name: `0.81 [0.79, 0.83] (1 337 rows)`, `has no interval`. */
  readonly found: string
  readonly hint?: string
}

/** What a value must be besides beyond its threshold. */
export interface Basis {
  readonly minRows: number | undefined
  readonly minLevel: number | undefined
}

/** Holds one value against what a rule requires. What is no number, rests on too little or has no interval is never passed. */
export function judgeFact(fact: Fact, { comparator, value: limit, bound }: Requirement, basis: Basis): Judgement {
  const { value, interval, level, n } = fact
  const { minRows, minLevel } = basis
  if (typeof value !== 'number' || !Number.isFinite(value))
    return unknown(value === undefined ? 'has no value' : `is ${String(value)}, which is no number`)
  const found = told(fact, value, limit)
  if (minRows !== undefined && (n === undefined || n < minRows))
    return unknown(
      `rests on ${n === undefined ? 'an unknown number of rows' : `${grouped(n)} rows`}, of at least ${grouped(minRows)}`,
      'Judge the model on more rows',
    )
  if (fact.few)
    return unknown(`${found} rests on too few rows to decide anything`, 'Judge the model on more rows of the slice')
  const holds = (end: number) => HOLDS[comparator](end, limit)
  if (bound === 'point') return { status: holds(value) ? 'passed' : 'failed', found }
  if (!interval)
    return unknown(
      `${found} has no interval`,
      "Have the owner of the policy say 'bound: point' where the value is exact",
    )
  const [lower, upper] = interval
  if (!(lower <= upper)) return unknown(`has an interval that is none: [${lower}, ${upper}]`)
  if (minLevel !== undefined && !(level !== undefined && level >= minLevel))
    return unknown(`has an interval of level ${level ?? 'unknown'}, of at least ${minLevel}`)
  const [end, other] = bound === 'lower' ? [lower, upper] : [upper, lower]
  if (holds(end)) return { status: 'passed', found }
  return holds(other)
    ? { status: 'inconclusive', found, hint: 'Judge the model on more rows: the interval contains the limit' }
    : { status: 'failed', found }
}

const HOLDS: Record<Requirement['comparator'], (value: number, limit: number) => boolean> = {
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
  '<=': (value, limit) => value <= limit,
  '<': (value, limit) => value < limit,
}

function told({ interval, n }: Fact, value: number, limit: number): string {
  const ends = interval ? ` [${interval.map(end => formatNumber(end, limit)).join(', ')}]` : ''
  return `${formatNumber(value, limit)}${ends}${n === undefined ? '' : ` (${grouped(n)} rows)`}`
}

const unknown = (found: string, hint?: string): Judgement => ({
  status: 'inconclusive',
  found,
  ...(hint === undefined ? {} : { hint }),
})
