import type { Predictions } from '../predictions/predictions.ts'
import { selectRows } from '../predictions/rows.ts'
import type { Copy } from './degradation.ts'

/** The file with these of its rows, in this order; a row may come twice. */
export function someRows({ rows, ids, places }: Predictions, chosen: Uint32Array): Copy {
  const words = (of: Uint32Array) => chosen.map(row => of[row] ?? 0)
  return {
    rows: selectRows(rows, chosen),
    ids: { a: words(ids.a), b: words(ids.b), c: words(ids.c) },
    places: Float64Array.from(chosen, row => places[row] ?? 0),
  }
}
