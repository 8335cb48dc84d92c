import type { Check } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import { failingValues, namedValues } from '../measures/failures.ts'
import type { MetricRule } from '../rules/quality-rules.ts'
import type { ShownRows } from '../shown-rows.ts'
import { count } from '../wording/count.ts'
import { listed } from '../wording/listed.ts'
import { locations, mendOr, rowsAt } from '../wording/locations.ts'
import { percent } from '../wording/percent.ts'
import { broken } from './finish-rows.ts'

/** Rows that a metric has counted, of all. */
export interface Counted {
  readonly rows: number
  readonly counted: {
    readonly count: number
    /** The first of them. */
    readonly places: readonly number[]
    readonly values: ReadonlyMap<string, number>
  }
  /** What is true of them: `is empty`. */
  readonly words: string
}

/** The verdict on a number of rows out of all. */
export function finishMetric(rule: MetricRule, { rows, counted, words }: Counted, shown: ShownRows): Check {
  const { operator, limit, unit } = rule
  if (rows === 0) return noRows(rule)
  const share = counted.count / rows
  const value = unit === 'percent' ? (100 * counted.count) / rows : counted.count
  const holds = operator.holds(value, limit)
  const faulty = holds ? [] : rowsAt(rule, counted.places, shown)
  const named = rule.columns.length > 0 ? listed(rule.columns.map(({ name }) => name)) : 'The row'
  const found = `${named} ${words} in ${grouped(counted.count)} of ${count(rows, 'row')} (${percent(share)})`
  return {
    ...head(rule),
    status: holds ? 'pass' : broken(rule),
    measured: { value, unit, share, n: rows },
    reason: `${found}${holds ? '' : namedValues(counted)}; required: ${demand(rule)}`,
    ...(holds ? {} : { hint: mendOr(rule, faulty) }),
    locations: locations(rule, faulty),
    ...(holds ? {} : failingValues(counted)),
  }
}

/** The verdict on the number of rows itself. None at all can break the rule but not keep it. */
export function finishCount(rule: MetricRule, rows: number): Check {
  const holds = rule.operator.holds(rows, rule.limit)
  if (rows === 0 && holds) return noRows(rule)
  return {
    ...head(rule),
    status: holds ? 'pass' : broken(rule),
    measured: { value: rows, unit: 'rows', n: rows },
    reason: `${rule.table.file} has ${count(rows, 'row')}; required: ${demand(rule)}`,
    ...(holds
      ? {}
      : { hint: `Check the step that writes it, or change the rule at ${rule.table.contract}:${rule.line}` }),
    locations: locations(rule),
  }
}

const noRows = (rule: MetricRule): Check => ({
  ...head(rule),
  status: 'inconclusive',
  reason: `${rule.table.file} has no rows`,
  locations: locations(rule),
})

const head = ({ id, title, operator, limit, unit }: MetricRule) => ({
  id,
  title,
  required: { comparator: operator.comparator, value: typeof limit === 'number' ? limit : [...limit], unit },
})

const demand = ({ operator, limit, unit }: MetricRule): string =>
  `${operator.words(limit)}${unit === 'percent' ? ' percent' : ''}`
