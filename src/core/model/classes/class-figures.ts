import { clopperPearson } from '../../stats/index.ts'
import type { ModelResult } from '../result.ts'
import { classMatrix } from './class-matrix.ts'
import { f1s, precisions, recalls } from './class-scores.ts'
import { classTotals } from './class-totals.ts'
import type { MulticlassEvaluation } from './multiclass-evaluation.ts'

/** Classes beyond which a matrix of them is no figure. */
const MOST = 40

/** The matrix of rows by true and predicted class, and the scores of each class; absent where there are too many. */
export function classFigures(model: MulticlassEvaluation, level: number): Pick<ModelResult, 'classes'> {
  const { classes } = model
  if (classes.length > MOST) return {}
  const matrix = classMatrix(model)
  const totals = classTotals(matrix)
  const [precision, recall, f1] = [precisions(totals), recalls(totals), f1s(totals)]
  return {
    classes: classes.map((name, i) => {
      const [rows, hits] = [totals.truth[i] ?? 0, totals.hits[i] ?? 0]
      const { lower, upper } = rows > 0 ? clopperPearson(hits, rows, level) : { lower: 0, upper: 1 }
      return {
        name,
        rows,
        predicted: Array.from({ length: classes.length }, (_, j) => matrix.cells[i * classes.length + j] ?? 0),
        precision: precision[i] ?? 0,
        recall: recall[i] ?? 0,
        interval: [lower, upper],
        f1: f1[i] ?? 0,
      }
    }),
  }
}
