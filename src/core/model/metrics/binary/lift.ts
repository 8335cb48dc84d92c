import { askedWith } from '../../evaluation.ts'
import { sweep, sweptTotals } from '../../roc/sweep.ts'
import { sweepMetric } from '../../sweep-metric.ts'

/** How many times as many positive rows there are among those with the highest scores as among all; of rows scored alike at the edge, each counts in part. */
export const lift = sweepMetric({
  id: 'lift',
  title: 'Lift',
  aliases: ['lift-at-q', 'lift-at-top', 'top-lift'],
  better: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  parameter: {
    expected: 'a share of the rows above 0 and at most 1',
    accepts: top => top > 0 && top <= 1,
    named: top => ({ id: `lift-at-${top}`, title: `Lift@${top}` }),
    with: (model, top) => askedWith(model, { top }),
  },
  value(rows, weights, { top }) {
    const [ones, others] = sweptTotals(rows, weights)
    const seats = top * (ones + others)
    let [found, seated, before] = [0, 0, 0]
    sweep(rows, weights, (positives, negatives) => {
      const own = positives + negatives - seated
      if (own > 0 && seated < seats) found += Math.min(1, (seats - seated) / own) * (positives - before)
      seated += own
      before = positives
    })
    return found / top / ones
  },
})
