import type { ModelResult } from '../../core/model/result.ts'
import { escapeText } from '../markdown/escape.ts'
import { table } from '../markdown/table.ts'
import { formatInterval, formatNumber } from '../numbers.ts'

/** Classes of which a matrix is still legible. */
const MOST = 12

/** The matrix of true and predicted classes, and how well each class is told from the others; worst first where there are many. */
export function classTables(classes: ModelResult['classes']): string {
  if (!classes) return ''
  const names = classes.map(({ name }) => escapeText(name.slice(0, 40)))
  const right = names.map(() => 'right' as const)
  const matrix = table(
    ['Truth', ...names.map(name => `predicted ${name}`)],
    classes.map(({ predicted }, i) => [`**truly ${names[i]}**`, ...predicted.map(rows => formatNumber(rows))]),
    ['left', ...right],
  )
  const scores = table(
    ['Class', 'Rows', 'Precision', 'Recall', 'Interval of recall', 'F1'],
    classes
      .toSorted((a, b) => a.recall - b.recall)
      .map(({ name, rows, precision, recall, interval, f1 }) => [
        escapeText(name.slice(0, 40)),
        formatNumber(rows),
        formatNumber(precision),
        formatNumber(recall),
        formatInterval(interval),
        formatNumber(f1),
      ]),
    ['left', 'right', 'right', 'right', 'right', 'right'],
  )
  return classes.length > MOST ? scores : `${matrix}\n\n${scores}`
}
