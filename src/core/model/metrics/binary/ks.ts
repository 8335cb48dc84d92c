import { sweep, sweptTotals } from '../../roc/sweep.ts'
import { sweepMetric } from '../../sweep-metric.ts'

/** Largest distance between the distributions of the positives' and the negatives' scores (Kolmogorov–Smirnov). */
export const ks = sweepMetric({
  id: 'ks',
  title: 'KS',
  aliases: ['ks-statistic', 'kolmogorov-smirnov'],
  better: 'higher',
  range: [0, 1],
  value(rows, weights) {
    const [ones, others] = sweptTotals(rows, weights)
    let most = 0
    sweep(rows, weights, (positives, negatives) => {
      const distance = Math.abs(positives / ones - negatives / others)
      if (distance > most) most = distance
    })
    return ones > 0 && others > 0 ? most : Number.NaN
  },
})
