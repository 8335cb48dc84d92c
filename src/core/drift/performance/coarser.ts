import type { GroupedScores } from './grouped-scores.ts'

/** Cells of a distribution of scores, enough for its uncertainty: isotonic regression makes far fewer blocks of a million rows. */
const CELLS = 1000

/** Neighbouring scores put together at their mean, in at most about a thousand cells, none on both sides of the threshold. */
export function coarser({ scores, rows, positives }: GroupedScores, threshold: number, cells = CELLS): GroupedScores {
  if (scores.length <= cells) return { scores, rows, positives }
  const least = rows.reduce((sum, count) => sum + count, 0) / cells
  const made: { scores: number[]; rows: number[]; positives: number[] } = { scores: [], rows: [], positives: [] }
  let [mass, hits, sum] = [0, 0, 0]
  for (let i = 0; i < scores.length; i++) {
    const [score, count] = [scores[i] ?? 0, rows[i] ?? 0]
    mass += count
    hits += positives[i] ?? 0
    sum += score * count
    const next = scores[i + 1]
    if (mass < least && next !== undefined && !(score < threshold && next >= threshold)) continue
    made.scores.push(Math.min(score, sum / mass))
    made.rows.push(mass)
    made.positives.push(hits)
    ;[mass, hits, sum] = [0, 0, 0]
  }
  return {
    scores: Float64Array.from(made.scores),
    rows: Float64Array.from(made.rows),
    positives: Float64Array.from(made.positives),
  }
}
