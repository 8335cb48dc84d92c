import { outsideEachEnd } from '../arguments/level.ts'
import { requirePositive } from '../arguments/positive.ts'
import { beta } from '../distributions/beta.ts'
import { studentT } from '../distributions/student-t.ts'
import type { Interval } from './interval.ts'

/**
 * Clopper and Pearson's interval of a share among rows that belong together or count differently: for as many independent
 * rows as would leave the share the standard error it has, fewer where that error rests on few degrees of freedom. `rows`:
 * how many there are. For a share strictly between 0 and 1.
 *
 * Source: E. L. Korn and B. I. Graubard (1998), Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data.
 */
export function kornGraubard(
  { share, standardError, df, rows }: { share: number; standardError: number; df: number; rows: number },
  level: number,
): Interval {
  requirePositive({ share, 'one minus share': 1 - share, standardError })
  const outside = outsideEachEnd(level)
  const fewer = (studentT(rows - 1).isf(outside) / studentT(df).isf(outside)) ** 2
  const effective = Math.min(rows, ((share * (1 - share)) / standardError ** 2) * fewer)
  const hits = effective * share
  return {
    lower: beta(hits, effective - hits + 1).ppf(outside),
    upper: beta(hits + 1, effective - hits).isf(outside),
  }
}
