import type { Check } from '../../evidence.ts'
import { collectFaults, faultCheck } from './faults.ts'
import { namedRow } from './locate.ts'
import type { Predictions } from './predictions.ts'
import { type Rows, selectRows } from './rows.ts'

/** The other file's rows in the order of ours where it has exactly ours, or the check that says where not. */
export function sameRows(own: Predictions, other: Predictions, check: { id: string; title: string }): Rows | Check {
  const missing = collectFaults()
  const { source, rows, places } = own
  const twins = new Uint32Array(rows.n)
  for (let row = 0; row < rows.n; row++) {
    const twin = other.ids.rowOf(own.ids, row)
    if (twin === undefined)
      missing.add(`missing from ${other.source.file}`, namedRow(source, places[row] ?? 0, source.id))
    else twins[row] = twin
  }
  if (other.rows.n > rows.n && missing.counts.size === 0)
    missing.add(`more in ${other.source.file}`, () => ({ file: other.source.file }))
  const [fault] = faultCheck(missing, rows.n, {
    ...check,
    expected: `${own.source.file} and ${other.source.file} to have the same ids`,
    hint: 'Score the same hold-out rows for both files',
  })
  return fault ?? selectRows(other.rows, twins)
}
