import type { Check } from '../../evidence.ts'
import type { Column } from '../column.ts'
import type { Rule } from '../define-check.ts'
import { MAX_PLACES, namedValues } from '../measures/failures.ts'
import type { RepeatedKeys } from '../measures/repeated-keys.ts'
import type { ShownRows } from '../shown-rows.ts'
import { count, each } from '../wording/count.ts'
import { linesOf, locations, mendOr } from '../wording/locations.ts'
import { percent } from '../wording/percent.ts'
import { repeatsOf } from './repeats-of.ts'

/** The verdict on columns whose values must differ from row to row. */
export function finishRepeated(
  rule: Rule & { readonly columns: readonly Column[] },
  found: RepeatedKeys,
  shown: ShownRows,
  { subject, emptyFails }: { readonly subject: string; readonly emptyFails: boolean },
): Check {
  const { rows, keys, empty } = found
  const repeated = repeatsOf(found, rule.columns, shown)
  const n = emptyFails ? rows : keys.size
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
  if (failed === 0 && keys.size === 0) {
    const reason = `${subject} is empty in ${each(rows, 'row')}`
    return { ...base, status: 'inconclusive', reason, hint: mendOr(rule, []), locations: locations(rule) }
  }
  if (failed === 0) {
    const reason = `${count(repeated.distinct, 'distinct value')} in ${count(n, 'row')}`
    return { ...base, status: 'pass', reason, locations: locations(rule) }
  }
  const places = [...repeated.places, ...(emptyFails ? empty.places : [])].toSorted((a, b) => a - b)
  const lines = linesOf({ places: places.slice(0, MAX_PLACES) }, shown)
  const of = (some: number) => `${some} of ${count(n, 'row')} (${percent(some / n)})`
  const parts = [
    ...(repeated.count > 0 ? [`repeats an earlier row in ${of(repeated.count)}${namedValues(repeated)}`] : []),
    ...(emptyFails && empty.count > 0 ? [`is empty in ${of(empty.count)}`] : []),
  ]
  const reason = `${subject} ${parts.join(', and ')}`
  return { ...base, status: 'fail', reason, hint: mendOr(rule, lines), locations: locations(rule, lines) }
}
