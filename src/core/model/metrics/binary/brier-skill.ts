import { sumMetric } from '../../estimators/sum-metric.ts'
import type { Evaluation } from '../../evaluation.ts'
import { rowLosses } from '../../losses/row-losses.ts'

/** 1 − Brier score over that of predicting the share of positive rows for every row: 0 where the scores say no more than that. */
export const brierSkill = sumMetric<Evaluation>({
  id: 'brier-skill',
  title: 'Brier skill',
  aliases: ['brier-skill-score', 'bss'],
  better: 'higher',
  range: [Number.NEGATIVE_INFINITY, 1],
  columns: model => [
    new Float64Array(model.n).fill(1),
    new Float64Array(model.n).fill(1, 0, model.positives.length),
    rowLosses(
      model,
      score => (1 - score) ** 2,
      score => score ** 2,
    ),
  ],
  value(rows = 0, positives = 0, losses = 0) {
    const share = positives / rows
    return share > 0 && share < 1 ? 1 - losses / rows / (share * (1 - share)) : Number.NaN
  },
})
