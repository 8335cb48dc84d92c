import type { Check } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Column } from '../column.ts'
import type { Rule } from '../define-check.ts'
import { MAX_PLACES, noFailures } from '../measures/failures.ts'
import { keysIn } from '../measures/key-log.ts'
import type { RepeatedKeys } from '../measures/repeated-keys.ts'
import type { ShownRows } from '../shown-rows.ts'
import { count } from '../wording/count.ts'
import { percent } from '../wording/percent.ts'
import { finishRows } from './finish-rows.ts'
import { repeatsOf } from './repeats-of.ts'

/** The verdict on columns whose values must differ from row to row. */
export function finishRepeated(
  rule: Rule & { readonly columns: readonly Column[] },
  found: RepeatedKeys,
  shown: ShownRows,
  { subject, emptyFails }: { readonly subject: string; readonly emptyFails: boolean },
): Check {
  const { rows, keys } = found
  const empty = emptyFails ? found.empty : noFailures()
  const repeated = repeatsOf(found, rule.columns, shown)
  const n = emptyFails ? rows : keysIn(keys)
  const both = repeated.count > 0 && empty.count > 0
  const of = (some: number) => `${grouped(some)} (${percent(some / n)})`
  const failing =
    repeated.count === 0
      ? 'is empty'
      : both
        ? `repeats an earlier row ${of(repeated.count)} or is empty ${of(empty.count)}`
        : 'repeats an earlier row'
  const places = [...repeated.places, ...empty.places].toSorted((a, b) => a - b).slice(0, MAX_PLACES)
  const failed = { count: repeated.count + empty.count, places, values: repeated.values }
  const holding = { sentence: `${count(repeated.distinct, 'distinct value')} in ${count(n, 'row')}` }
  return finishRows(rule, { rows, n, failed }, { subject, noun: 'row', failing, holding }, shown)
}
