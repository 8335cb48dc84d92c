import type { Status } from '../verdict.ts'
import type { Measurement } from './method.ts'

export interface Bar {
  /** Largest harmless effect. */
  readonly limit: number
  readonly alpha: number
  /** The measurement's p-value, adjusted over all tests of the run together (Holm 1979). */
  readonly adjustedPValue: number | undefined
}

/**
 * The one rule by which a measured change becomes a status.
 *
 * | status | when | what it rests on |
 * |---|---|---|
 * | `fail` | the effect exceeds the limit and is significant | the chance that any column fails though none has changed is at most alpha (Holm) |
 * | `inconclusive` | otherwise, if the effect's upper bound exceeds the limit | the change may be harmful, the rows are too few to tell |
 * | `warn` | otherwise, if the effect is significant | the columns differ, but harmlessly: the bound is within the limit |
 * | `pass` | otherwise | |
 *
 * So `pass` and `warn` both say: the true effect is at most the limit, with confidence 1 − alpha. A gate passes only where
 * every column does, so a harmful change in any column gets through with chance alpha at most; no adjustment is needed for
 * that (an intersection–union test, Berger 1982). A measurement without inference is the whole truth about the rows at hand,
 * and only its size decides.
 */
export function decide({ effect, inference }: Measurement, { limit, alpha, adjustedPValue }: Bar): Status {
  if (!inference) return effect > limit ? 'fail' : 'pass'
  const significant = adjustedPValue !== undefined && adjustedPValue <= alpha
  if (effect > limit && significant) return 'fail'
  if (!(inference.interval[1] <= limit)) return 'inconclusive'
  return significant ? 'warn' : 'pass'
}
