import type { Ranked } from './ranked.ts'

/** Weights of the positive and the negative rows whose scores are at least as high, after each different score; weights by place. */
export function sweep(
  { positive, last }: Pick<Ranked, 'positive' | 'last'>,
  weights: Float64Array,
  visit: (positives: number, negatives: number) => void,
): void {
  let [positives, negatives] = [0, 0]
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] ?? 0
    if (positive[place]) positives += weight
    else negatives += weight
    if (last[place]) visit(positives, negatives)
  }
}

/** Weights of all positive and of all negative rows. */
export function sweptTotals({ positive }: Pick<Ranked, 'positive'>, weights: Float64Array): [number, number] {
  let [positives, negatives] = [0, 0]
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] ?? 0
    if (positive[place]) positives += weight
    else negatives += weight
  }
  return [positives, negatives]
}
