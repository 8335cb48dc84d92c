import { drawMultinomial } from '../../stats/random/draw-multinomial.ts'
import type { Random } from '../../stats/random/random.ts'
import type { GroupedScores } from './grouped-scores.ts'

/** As many rows drawn from these with replacement, by the same scores: some may have none. */
export function resampledGroups({ scores, rows, positives }: GroupedScores, random: Random): GroupedScores {
  const groups = scores.length
  const counts = new Float64Array(2 * groups)
  counts.set(positives)
  counts.set(
    rows.map((count, i) => count - (positives[i] ?? 0)),
    groups,
  )
  const drawn = new Float64Array(2 * groups)
  const n = rows.reduce((sum, count) => sum + count, 0)
  drawMultinomial(random, n, counts, drawn)
  const hits = drawn.subarray(0, groups)
  return { scores, rows: hits.map((count, i) => count + (drawn[groups + i] ?? 0)), positives: hits }
}
