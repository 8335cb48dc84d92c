import { z } from 'zod'
import { FAMILIES } from './families.ts'
import type { Outcome } from './simulate.ts'

/** Limits of percentile-shift and of le-cam whose consequences are counted: the trade-off between finding and deciding. */
export const LIMITS = [0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25] as const

const Counts = z.array(z.number())

/** What is counted of some runs; by family where it is a list. Tallies of disjoint runs add up. */
export const Tally = z.strictObject({
  runs: z.number(),
  /** Runs in which a column that has not changed fails, or is on the advisory list. */
  falseRuns: z.number(),
  falselyAdvisedRuns: z.number(),
  unmoved: Counts,
  undecided: Counts,
  moved: Counts,
  found: Counts,
  advised: Counts,
  movedUndecided: Counts,
  /** By limit, then by family. */
  undecidedAt: z.array(Counts),
  foundAt: z.array(Counts),
})
export type Tally = z.infer<typeof Tally>

/** Counts what became of the columns of some runs. */
export function tally(outcomes: readonly Outcome[], alpha: number): Tally {
  const [moved, unmoved] = [outcomes.filter(one => one.moved), outcomes.filter(one => !one.moved)]
  const runsWith = (holds: (one: Outcome) => boolean) => new Set(unmoved.filter(holds).map(one => one.run)).size
  return {
    runs: new Set(outcomes.map(one => one.run)).size,
    falseRuns: runsWith(one => one.failed),
    falselyAdvisedRuns: runsWith(one => one.advised),
    unmoved: byFamily(unmoved),
    undecided: byFamily(unmoved.filter(one => one.undecided)),
    moved: byFamily(moved),
    found: byFamily(moved.filter(one => one.failed)),
    advised: byFamily(moved.filter(one => one.advised)),
    movedUndecided: byFamily(moved.filter(one => one.undecided)),
    undecidedAt: LIMITS.map(limit => byFamily(unmoved.filter(one => !(one.upper <= limit)))),
    foundAt: LIMITS.map(limit => byFamily(moved.filter(one => one.effect > limit && one.adjustedPValue <= alpha))),
  }
}

/** The tally of all runs together. */
export function together(tallies: readonly Tally[]): Tally | undefined {
  return tallies.reduce<Tally | undefined>(
    (sum, one) =>
      sum && {
        runs: sum.runs + one.runs,
        falseRuns: sum.falseRuns + one.falseRuns,
        falselyAdvisedRuns: sum.falselyAdvisedRuns + one.falselyAdvisedRuns,
        unmoved: added(sum.unmoved, one.unmoved),
        undecided: added(sum.undecided, one.undecided),
        moved: added(sum.moved, one.moved),
        found: added(sum.found, one.found),
        advised: added(sum.advised, one.advised),
        movedUndecided: added(sum.movedUndecided, one.movedUndecided),
        undecidedAt: sum.undecidedAt.map((counts, i) => added(counts, one.undecidedAt[i] ?? [])),
        foundAt: sum.foundAt.map((counts, i) => added(counts, one.foundAt[i] ?? [])),
      },
    tallies.length > 0 ? EMPTY : undefined,
  )
}

const none = FAMILIES.map(() => 0)
const EMPTY: Tally = {
  runs: 0,
  falseRuns: 0,
  falselyAdvisedRuns: 0,
  unmoved: none,
  undecided: none,
  moved: none,
  found: none,
  advised: none,
  movedUndecided: none,
  undecidedAt: LIMITS.map(() => none),
  foundAt: LIMITS.map(() => none),
}

const added = (a: readonly number[], b: readonly number[]) => a.map((count, i) => count + (b[i] ?? 0))

const byFamily = (some: readonly Outcome[]) => FAMILIES.map((_, i) => some.filter(one => one.family === i).length)
