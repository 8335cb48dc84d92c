import { numbersOf } from '../predictions/rows.ts'
import type { Subject } from './degradation.ts'

/** All rows, those first on which the model does worst; in random order where a task cannot say that of a row. */
export function hardestRows({ task, settings, own, order }: Subject): Uint32Array {
  const loss = lossOfRow()
  return loss ? order.toSorted((a, b) => loss(b) - loss(a)) : order

  function lossOfRow(): ((row: number) => number) | undefined {
    const { rows } = own
    if (task.twoClasses) {
      const { labels, scores } = task.twoClasses(rows, settings)
      return row => Math.abs((labels[row] ?? 0) - (scores[row] ?? 0))
    }
    if (task.rowErrors) {
      const errors = task.rowErrors(rows, settings)
      return row => errors[row] ?? 0
    }
    const [label, predicted] = [rows.columns.get('label'), rows.columns.get('predicted')]
    if (!label || !predicted || !('numbers' in label) || !('numbers' in predicted)) return undefined
    const [truth, guess] = [numbersOf(rows, 'label'), numbersOf(rows, 'predicted')]
    return row => Math.abs((truth[row] ?? 0) - (guess[row] ?? 0))
  }
}
