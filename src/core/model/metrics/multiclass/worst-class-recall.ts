import { clopperPearson } from '../../../stats/index.ts'
import { type ClassMatrix, classMatrix } from '../../classes/class-matrix.ts'
import { recalls } from '../../classes/class-scores.ts'
import { classTotals } from '../../classes/class-totals.ts'
import { matrixForm } from '../../classes/matrix-form.ts'
import type { MulticlassEvaluation } from '../../classes/multiclass-evaluation.ts'
import type { Metric } from '../../metric.ts'

/**
 * Recall of the class that is found least. That every class's is at least a value needs no correction for their number, so
 * the lower end is the least of the classes' own; that some class's is below it does, so the upper end is the least of ends
 * that hold for all classes at once (Bonferroni, the first step of Holm).
 */
export const worstClassRecall: Metric<MulticlassEvaluation> = {
  id: 'worst-class-recall',
  title: 'Lowest recall of a class',
  aliases: ['worst-recall', 'min-recall', 'lowest-recall'],
  better: 'higher',
  range: [0, 1],
  estimate(model, level) {
    const { classes, n } = model
    const matrix = classMatrix(model)
    const { hits, truth } = classTotals(matrix)
    const without = truth.indexOf(0)
    if (without >= 0) return { value: null, n, gap: `class '${classes[without]?.slice(0, 40)}' has no rows` }
    const ends = (at: number, end: 'lower' | 'upper') =>
      Math.min(...hits.map((found, i) => clopperPearson(found, truth[i] ?? 0, at)[end]))
    return {
      value: lowest(matrix),
      n,
      interval: [ends(level, 'lower'), ends(1 - (1 - level) / classes.length, 'upper')],
      method: 'clopper-pearson of every class (upper end: Bonferroni)',
    }
  },
  form: model => matrixForm(model, lowest),
}

const lowest = (matrix: ClassMatrix) => Math.min(...recalls(classTotals(matrix)))
