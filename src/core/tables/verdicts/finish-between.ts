import type { Check, Measured } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Rule } from '../define-check.ts'
import { locations, mendOr } from '../wording/locations.ts'
import { broken } from './finish-rows.ts'

/** Ends that a number must be between; each included unless it is strict. */
export interface Range {
  readonly min_value?: number | undefined
  readonly max_value?: number | undefined
  readonly strict_min?: boolean | undefined
  readonly strict_max?: boolean | undefined
}

/** A number that was measured. Of an estimate, `interval` holds the true one at `level`. */
export interface Measurement {
  readonly value: number
  readonly n: number
  readonly unit?: string
  readonly interval?: readonly [number, number]
  readonly level?: number
  readonly method?: string
  /** How a sentence says the value, where its digits would say little. */
  readonly words?: string
}

/** The ends as the end of a sentence: `at least 3 and less than 5`; those of a count of rows are `grouped`. */
export function rangeWords(
  { min_value: low, max_value: high, strict_min, strict_max }: Range,
  written: (end: number) => string = String,
): string {
  if (low !== undefined && low === high && !strict_min && !strict_max) return `exactly ${written(low)}`
  const words = [
    low === undefined ? [] : [`${strict_min ? 'more than' : 'at least'} ${written(low)}`],
    high === undefined ? [] : [`${strict_max ? 'less than' : 'at most'} ${written(high)}`],
  ]
  return words.flat().join(' and ')
}

/** Whether a number is between the ends. */
export const isWithin = (value: number, { min_value: low, max_value: high, strict_min, strict_max }: Range): boolean =>
  (low === undefined || (strict_min ? value > low : value >= low)) &&
  (high === undefined || (strict_max ? value < high : value <= high))

/** The verdict on one number. An estimate decides only where its whole interval is on one side. */
export function finishBetween(
  rule: Rule & { readonly options: Range },
  subject: string,
  measurement: Measurement | string,
): Check {
  const { options, id, title } = rule
  const base = { id, title, required: requiredOf(options) }
  if (typeof measurement === 'string') {
    return { ...base, status: 'inconclusive', reason: measurement, hint: mendOr(rule, []), locations: locations(rule) }
  }
  const { value, n, interval, unit, level, method, words } = measurement
  const measured: Measured = {
    value,
    n,
    ...(unit === undefined ? {} : { unit }),
    ...(interval ? { interval: [interval[0], interval[1]] } : {}),
    ...(level === undefined ? {} : { level }),
    ...(method === undefined ? {} : { method }),
  }
  const digits = interval ? `about ${value} [${interval[0]}, ${interval[1]}]` : `${value}`
  const found = words ?? (unit === undefined ? digits : `${digits} ${unit}`)
  const reason = `${subject} is ${found}; required: ${rangeWords(options, unit === 'rows' ? grouped : String)}`
  const [low, high] = interval ?? [value, value]
  const decided =
    isWithin(low, options) === isWithin(high, options) && isWithin(value, options) === isWithin(low, options)
  // An interval with both ends outside may still hold the whole range.
  const across = interval !== undefined && !isWithin(low, options) && spans(low, high, options)
  if (!decided || across) {
    const hint = 'It is an estimate, and too near the limit to tell'
    return { ...base, measured, status: 'inconclusive', reason, hint, locations: locations(rule) }
  }
  const holds = isWithin(value, options)
  return {
    ...base,
    measured,
    status: holds ? 'pass' : broken(rule),
    reason,
    ...(holds ? {} : { hint: mendOr(rule, []) }),
    locations: locations(rule),
  }
}

const spans = (low: number, high: number, { min_value, max_value }: Range): boolean =>
  [min_value, max_value].some(end => end !== undefined && low <= end && end <= high)

function requiredOf({
  min_value: low,
  max_value: high,
  strict_min,
  strict_max,
}: Range): NonNullable<Check['required']> {
  if (low !== undefined && high !== undefined) {
    return low === high ? { comparator: '=', value: low } : { comparator: 'between', value: [low, high] }
  }
  if (low !== undefined) return { comparator: strict_min ? '>' : '>=', value: low }
  return { comparator: strict_max ? '<' : '<=', value: high ?? 0 }
}
