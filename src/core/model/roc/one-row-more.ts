import { type DelongEstimate, delongOf } from './delong.ts'

/**
 * The estimate as if one more row of each class had been seen that the model tells nothing about, its placement value ½, as
 * Agresti & Coull (American Statistician 52, 1998) add rows to a share. Where a class has few rows, those that would lower
 * the area may be missing from the sample, and from its variance with them.
 */
export function oneRowMore({ value, classes: [positives, negatives] }: DelongEstimate): DelongEstimate {
  const apart = 0.5 - value
  const more = ({ rows, variance }: typeof positives) => ({
    rows: rows + 1,
    variance: ((rows - 1) * variance + (apart ** 2 * rows) / (rows + 1)) / rows,
  })
  return delongOf(value + apart / (positives.rows + 1) + apart / (negatives.rows + 1), [
    more(positives),
    more(negatives),
  ])
}
