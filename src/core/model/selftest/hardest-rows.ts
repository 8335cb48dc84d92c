import { numbersOf } from '../predictions/rows.ts'
import type { Subject } from './degradation.ts'
import { isGraded } from './is-graded.ts'

/** All rows, those first on which the model does worst; in random order where a task cannot say that of a row. */
export function hardestRows(subject: Subject): Uint32Array {
  const { task, settings, own, order } = subject
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
    if (isGraded(subject)) {
      const grades = numbersOf(rows, 'score')
      return row => 1 - (grades[row] ?? 0)
    }
    const [label, predicted] = [rows.columns.get('label'), rows.columns.get('predicted')]
    if (!label || !predicted) return undefined
    if ('numbers' in label && 'numbers' in predicted)
      return row => Math.abs((label.numbers[row] ?? 0) - (predicted.numbers[row] ?? 0))
    if ('codes' in label && 'codes' in predicted)
      return row => Number(label.names[label.codes[row] ?? 0] !== predicted.names[predicted.codes[row] ?? 0])
    return undefined
  }
}
