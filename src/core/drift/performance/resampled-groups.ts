import type { Random } from '../../stats/random/random.ts'
import type { GroupedScores } from './grouped-scores.ts'

/** As many rows drawn from these with replacement, by the same scores: some may have none. */
export function resampledGroups({ scores, rows, positives }: GroupedScores, random: Random): GroupedScores {
  const starts = new Float64Array(rows.length)
  let n = 0
  for (let i = 0; i < rows.length; i++) {
    starts[i] = n
    n += rows[i] ?? 0
  }
  const group = new Uint32Array(n)
  for (let i = 0; i < rows.length; i++) group.fill(i, starts[i], (starts[i] ?? 0) + (rows[i] ?? 0))
  const drawn = new Float64Array(rows.length)
  const hits = new Float64Array(rows.length)
  for (let i = 0; i < n; i++) {
    const row = random.below(n)
    const at = group[row] ?? 0
    drawn[at] = (drawn[at] ?? 0) + 1
    if (row - (starts[at] ?? 0) < (positives[at] ?? 0)) hits[at] = (hits[at] ?? 0) + 1
  }
  return { scores, rows: drawn, positives: hits }
}
