import type { Check } from '../../evidence.ts'
import type { Rule } from '../define-check.ts'
import { count, each } from '../wording/count.ts'
import { locations, mendOr } from '../wording/locations.ts'
import { percent } from '../wording/percent.ts'
import type { DistinctRows } from './distinct-rows.ts'
import { namedValues } from './failures.ts'

/** The verdict on columns whose values must differ from row to row. */
export function finishDistinct(
  state: DistinctRows,
  rule: Rule,
  { subject, emptyFails }: { subject: string; emptyFails: boolean },
): Check {
  const { rows, keyed, repeated, empty, seen } = state
  const n = emptyFails ? rows : keyed
  const failed = repeated.count + (emptyFails ? empty.count : 0)
  const base = {
    id: rule.id,
    title: rule.title,
    measured: { value: failed, unit: 'rows', n, ...(n > 0 ? { share: failed / n } : {}) },
    required: { comparator: '=' as const, value: 0, unit: 'rows' },
  }
  if (rows === 0) {
    return { ...base, status: 'inconclusive', reason: `${rule.table.file} has no rows`, locations: locations(rule) }
  }
  if (failed === 0 && keyed === 0) {
    const reason = `${subject} is empty in ${each(rows, 'row')}`
    return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []), locations: locations(rule) }
  }
  if (failed === 0) {
    const reason = `${count(seen.size, 'distinct value')} in ${count(n, 'row')}`
    return { ...base, status: 'pass', reason, locations: locations(rule) }
  }
  const lines = [...repeated.lines, ...(emptyFails ? empty.lines : [])].toSorted((a, b) => a - b).slice(0, 5)
  const of = (some: number) => `${some} of ${count(n, 'row')} (${percent(some / n)})`
  const parts = [
    ...(repeated.count > 0 ? [`repeats an earlier row in ${of(repeated.count)}${namedValues(repeated)}`] : []),
    ...(emptyFails && empty.count > 0 ? [`is empty in ${of(empty.count)}`] : []),
  ]
  const reason = `${subject} ${parts.join(', and ')}`
  return { ...base, status: 'fail', reason, hint: mendOr(rule, lines), locations: locations(rule, lines) }
}
