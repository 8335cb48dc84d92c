import type { Random } from '../../src/core/stats/random/random.ts'

/** A population whose quantity is known, and a method that puts an interval around what a sample of it shows. */
export interface Scenario {
  readonly method: string
  /** The population, in a few words. */
  readonly population: string
  /** The quantity in the population. */
  readonly truth: number
  /**
   * What the method promises from `from` rows on: `exact`, that each end misses at most as often as asked; `nominal`, that
   * the interval covers the truth at most one percentage point less often.
   */
  readonly promise: 'exact' | 'nominal'
  readonly from: number
  /** The interval of one sample of n rows; undefined where the method gives none. */
  draw(n: number, level: number, random: Random): readonly [number, number] | undefined
}
