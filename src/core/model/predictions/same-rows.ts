import type { Check } from '../../evidence.ts'
import type { ShownRows } from '../../tables/shown-rows.ts'
import { collectFaults, faultCheck } from './faults.ts'
import { placeIn } from './place-in.ts'
import type { Predictions } from './predictions.ts'
import { type Rows, selectRows } from './rows.ts'

/** The other file's rows in the order of ours where it has exactly ours, or the check that says where not. */
export function sameRows(
  own: Predictions,
  other: Predictions,
  check: { id: string; title: string },
  shown: Pick<ShownRows, 'at'>,
): Rows | Check {
  const missing = collectFaults()
  const place = placeIn(own, shown)
  const twins = new Uint32Array(own.rows.n)
  for (let row = 0; row < own.rows.n; row++) {
    const twin = other.ids.rowOf(own.ids, row)
    if (twin === undefined) missing.add(`missing from ${other.source.file}`, () => place(row, own.source.id))
    else twins[row] = twin
  }
  if (other.rows.n > own.rows.n && missing.counts.size === 0)
    missing.add(`more in ${other.source.file}`, () => ({ file: other.source.file }))
  const [fault] = faultCheck(missing, own.rows.n, {
    ...check,
    expected: `${own.source.file} and ${other.source.file} to have the same ids`,
    hint: 'Score the same hold-out rows for both files',
  })
  return fault ?? selectRows(other.rows, twins)
}
