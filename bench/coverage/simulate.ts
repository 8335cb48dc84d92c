import { seeded } from '../../src/core/stats/random/seeded.ts'
import type { Scenario } from './scenario.ts'

/** How often an interval missed, of the samples that had one. */
export interface Coverage {
  readonly method: string
  readonly population: string
  readonly n: number
  readonly covered: number
  /** The interval lay above the truth: the model would have passed a floor that it only just does not meet. */
  readonly floors: number
  /** The interval lay below the truth: it would have passed such a ceiling. */
  readonly ceilings: number
  readonly width: number
  /** Share of the samples without an interval. */
  readonly none: number
  /** Whether what the method promises of so many rows was kept, beyond three standard errors of the simulation; undefined where it promises nothing. */
  readonly kept: boolean | undefined
}

/** Draws samples and counts. */
export function simulate(
  scenario: Scenario,
  n: number,
  { samples, level }: { samples: number; level: number },
): Coverage {
  const { method, population, truth, promise, from, draw } = scenario
  const random = seeded('c0ffee', `${method} ${population} ${n}`)
  let [found, floors, ceilings, width] = [0, 0, 0, 0]
  for (let i = 0; i < samples; i++) {
    const interval = draw(n, level, random)
    if (!interval) continue
    found++
    if (interval[0] > truth) floors++
    if (interval[1] < truth) ceilings++
    width += interval[1] - interval[0]
  }
  const of = (count: number) => count / Math.max(1, found)
  const alpha = 1 - level
  // Where most samples have no interval, those that have one are unlike the rest; and without one nothing is passed.
  const judged = found < samples / 2 ? samples : found
  const missed = (count: number) => count / Math.max(1, judged)
  const error = (share: number) => 3 * Math.sqrt((share * (1 - share)) / Math.max(1, judged))
  const kept =
    promise === 'exact'
      ? Math.max(missed(floors), missed(ceilings)) <= alpha / 2 + error(alpha / 2)
      : missed(floors + ceilings) <= alpha + 0.01 + error(alpha + 0.01)
  return {
    method,
    population,
    n,
    covered: 1 - of(floors + ceilings),
    floors: of(floors),
    ceilings: of(ceilings),
    width: width / Math.max(1, found),
    none: 1 - found / samples,
    kept: n < from || found === 0 ? undefined : kept,
  }
}
