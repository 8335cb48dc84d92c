import type { Status } from '../verdict.ts'
import type { Measured } from './measure-columns.ts'

/**
 * The one rule by which a measured change becomes a status.
 *
 * | status | when | what it rests on |
 * |---|---|---|
 * | `fail` | the effect exceeds the limit and is significant (Holm) | the chance that any column fails though none has changed is at most alpha |
 * | `inconclusive` | otherwise, if the effect's upper bound exceeds the limit | the change may be harmful, the rows are too few to tell |
 * | `warn` | otherwise, if the column is on the advisory list (Benjamini–Hochberg) | the columns differ, but harmlessly: the bound is within the limit |
 * | `pass` | otherwise | |
 *
 * What must be significant is that the effect exceeds the limit, where the method's law is known, else that there is one.
 * `pass` and `warn` both say: the true effect is at most the limit, with confidence 1 − alpha. A gate passes only where
 * every column does, so a harmful change in any column gets through with chance alpha at most; no adjustment is needed for
 * that (an intersection–union test, Berger 1982). A measurement without inference is the whole truth about the rows at hand,
 * and only its size decides.
 */
export function decide(
  { measurement: { effect, inference }, limit, tested }: Pick<Measured, 'measurement' | 'limit' | 'tested'>,
  alpha: number,
): Status {
  if (!inference) return effect > limit ? 'fail' : 'pass'
  if (effect > limit && tested !== undefined && tested.adjustedPValue <= alpha) return 'fail'
  if (!(inference.interval[1] <= limit)) return 'inconclusive'
  return tested !== undefined && tested.advisoryPValue <= alpha ? 'warn' : 'pass'
}
