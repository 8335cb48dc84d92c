import type { Random } from '../../stats/random/random.ts'
import { drawHits } from './draw-hits.ts'
import type { GroupedScores } from './grouped-scores.ts'

/** About half of these rows, each taken by the toss of a coin, by the same scores: some may have none. */
export function halfOfGroups({ scores, rows, positives }: GroupedScores, random: Random): GroupedScores {
  const hits = positives.map(count => drawHits(random, count, 0.5))
  return {
    scores,
    rows: rows.map((count, i) => drawHits(random, count - (positives[i] ?? 0), 0.5) + (hits[i] ?? 0)),
    positives: hits,
  }
}
