import type { Check } from '../../evidence.ts'
import { collectFaults, faultCheck } from './faults.ts'
import type { Predictions } from './predictions.ts'
import { type Rows, selectRows } from './rows.ts'

/** The other file's rows in the order of ours where it has exactly ours, or the check that says where not. */
export function sameRows(own: Predictions, other: Predictions, check: { id: string; title: string }): Rows | Check {
  const missing = collectFaults()
  const twins = Uint32Array.from(own.ids, (id, row) => {
    const twin = other.rowOf.get(id)
    if (twin === undefined)
      missing.add(`missing from ${other.source.file}`, {
        file: own.source.file,
        line: own.lines[row] ?? 1,
        column: own.source.id,
        note: `id ${id.slice(0, 80)}`,
      })
    return twin ?? 0
  })
  if (other.ids.length > own.ids.length && missing.counts.size === 0)
    missing.add(`more in ${other.source.file}`, { file: other.source.file })
  const [fault] = faultCheck(missing, own.ids.length, {
    ...check,
    expected: `${own.source.file} and ${other.source.file} to have the same ids`,
    hint: 'Score the same hold-out rows for both files',
  })
  return fault ?? selectRows(other.rows, twins)
}
