import type { Scores } from '../../src/core/model/scores.ts'
import { normal } from '../../src/core/stats/index.ts'
import type { Random } from '../../src/core/stats/random/random.ts'

export const gaussian = (random: Random): number => normal.ppf(random.uniform() || 2 ** -54)

/** Rows of which a share is positive; two models' scores, each normal, correlated, positives shifted. The cut is at 0. */
export interface Binormal {
  readonly share: number
  readonly shifts: readonly [number, number]
  readonly correlation: number
  /** Share of the rows to which both models give one score. */
  readonly same?: number
}

export function drawBinormal(
  n: number,
  { share, shifts, correlation, same = 0 }: Binormal,
  random: Random,
): [Scores, Scores] {
  const sides = [0, 1].map(() => ({ positives: [] as number[], negatives: [] as number[] }))
  for (let row = 0; row < n; row++) {
    const side = random.uniform() < share ? 'positives' : 'negatives'
    const common = gaussian(random)
    const twin = random.uniform() < same
    const own = correlation * common + Math.sqrt(1 - correlation ** 2) * gaussian(random)
    for (const [model, scores] of sides.entries()) {
      const noise = model === 0 || twin ? common : own
      scores[side].push(noise + (side === 'positives' ? (shifts[model] ?? 0) : 0))
    }
  }
  const [first, second] = sides.map(({ positives, negatives }) => ({
    positives: Float64Array.from(positives),
    negatives: Float64Array.from(negatives),
  }))
  if (!first || !second) throw new Error('Two models have two sides')
  return [first, second]
}

/** The area under the curve of normal scores that a shift parts. */
export const binormalArea = (shift: number): number => normal.cdf(shift / Math.SQRT2)

/** Cells drawn independently, by their probabilities. */
export function drawCell(probabilities: readonly number[], random: Random): number {
  let left = random.uniform()
  for (const [cell, probability] of probabilities.entries()) {
    if (left < probability) return cell
    left -= probability
  }
  return probabilities.length - 1
}
