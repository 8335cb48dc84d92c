import type { Check } from '../../evidence.ts'
import { counted } from '../format.ts'
import { collectFaults, faultCheck } from './faults.ts'
import { namedRow } from './locate.ts'
import type { Predictions } from './predictions.ts'
import { type Rows, selectRows } from './rows.ts'

/** Rows with the columns of another table joined by id, where it has every one of them; the checks say where not. */
export function joinAttributes(own: Predictions, its: Predictions): { checks: readonly Check[]; rows?: Rows } {
  const { ids, source, rows, places } = own
  const twins = new Uint32Array(rows.n)
  const missing = collectFaults()
  for (let row = 0; row < rows.n; row++) {
    const twin = its.ids.rowOf(ids, row)
    if (twin === undefined)
      missing.add(`missing from ${its.source.file}`, namedRow(source, places[row] ?? 0, source.id))
    else twins[row] = twin
  }
  const title = `Attributes of the rows of ${source.file}`
  const checks = faultCheck(missing, rows.n, {
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
