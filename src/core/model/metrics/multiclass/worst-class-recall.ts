import { clopperPearson } from '../../../stats/index.ts'
import { classMatrix } from '../../classes/class-matrix.ts'
import { recalls } from '../../classes/class-scores.ts'
import { classTotals } from '../../classes/class-totals.ts'
import type { MulticlassEvaluation } from '../../classes/multiclass-evaluation.ts'
import type { Metric } from '../../metric.ts'
import { weightsOf } from '../../sample.ts'

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
    const { truth, predicted, classes, n, weights, clusters } = model
    const totals = classTotals(classMatrix(truth, predicted, classes.length, weightsOf(model)))
    const without = totals.truth.indexOf(0)
    if (without >= 0) return { value: null, n, gap: `class '${classes[without]?.slice(0, 40)}' has no rows` }
    const value = Math.min(...recalls(totals))
    if (weights || clusters) return { value, n, gap: 'it has none for weighted or clustered rows' }
    const ends = (at: number, end: 'lower' | 'upper') =>
      Math.min(...totals.hits.map((hits, i) => clopperPearson(hits, totals.truth[i] ?? 0, at)[end]))
    return {
      value,
      n,
      interval: [ends(level, 'lower'), ends(1 - (1 - level) / classes.length, 'upper')],
      method: 'clopper-pearson of every class (upper end: Bonferroni)',
    }
  },
}
