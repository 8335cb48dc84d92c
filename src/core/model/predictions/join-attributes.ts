import type { Check } from '../../evidence.ts'
import type { ShownRows } from '../../tables/shown-rows.ts'
import { counted } from '../format.ts'
import { collectFaults, faultCheck } from './faults.ts'
import { placeIn } from './place-in.ts'
import type { Predictions } from './predictions.ts'
import { type Rows, selectRows } from './rows.ts'

/** Rows with the columns of another table, where it has every one of them; the checks say where not. */
export interface Joined {
  readonly checks: readonly Check[]
  readonly rows?: Rows
}

/** Joins the columns of another table by id. Asked more than once: see `showRows`. */
export function joinAttributes(own: Predictions, its: Predictions, shown: Pick<ShownRows, 'at'>): Joined {
  const { ids, source, rows } = own
  const twins = new Uint32Array(rows.n)
  const missing = collectFaults()
  const place = placeIn(own, shown)
  for (let row = 0; row < rows.n; row++) {
    const twin = its.ids.rowOf(ids, row)
    if (twin === undefined) missing.add(`missing from ${its.source.file}`, () => place(row, source.id))
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
