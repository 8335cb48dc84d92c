import type { CellForm } from '../forms/form.ts'
import type { ClassMatrix } from './class-matrix.ts'
import type { MulticlassEvaluation } from './multiclass-evaluation.ts'

/** A metric as a function of the cells of the matrix. */
export const matrixForm = (
  { classes: { length: classes }, truth, predicted }: MulticlassEvaluation,
  value: (matrix: ClassMatrix) => number,
): CellForm => ({
  kind: 'cells',
  codes: truth.map((own, row) => own * classes + (predicted[row] ?? 0)),
  truths: classes,
  outcomes: classes,
  value: cells => value({ classes, cells }),
})
