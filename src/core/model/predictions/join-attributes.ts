import type { Check } from '../../evidence.ts'
import { counted } from '../format.ts'
import { collectFaults, faultCheck } from './faults.ts'
import type { Predictions } from './predictions.ts'
import { type Rows, selectRows } from './rows.ts'

/** Rows with the columns of another table joined by id, where it has every one of them; the checks say where not. */
export function joinAttributes(own: Predictions, its: Predictions): { checks: readonly Check[]; rows?: Rows } {
  const { ids, source, rows, lines } = own
  const twins = new Uint32Array(ids.length)
  const missing = collectFaults()
  for (const [row, id] of ids.entries()) {
    const twin = its.rowOf.get(id)
    if (twin === undefined)
      missing.add(`missing from ${its.source.file}`, {
        file: source.file,
        line: lines[row] ?? 1,
        column: source.id,
        note: `id ${id.slice(0, 80)}`,
      })
    else twins[row] = twin
  }
  const title = `Attributes of the rows of ${source.file}`
  const checks = faultCheck(missing, ids.length, {
    id: 'attributes.ids',
    title,
    expected: `every id of ${source.file} to be in ${its.source.file}`,
    hint: 'Write a row with the attributes of every row of the hold-out',
  })
  if (checks.length > 0) return { checks }
  const found = {
    id: 'attributes.ids',
    title,
    status: 'pass' as const,
    measured: { value: rows.n, unit: 'rows', n: rows.n },
    required: { comparator: '=' as const, value: rows.n, unit: 'rows' },
    reason: `${counted(rows.n, 'row')} found by id in ${its.source.file}`,
  }
  const joined = selectRows(its.rows, twins)
  return { checks: [found], rows: { n: rows.n, columns: new Map([...rows.columns, ...joined.columns]) } }
}
