import type { Random } from '../../stats/random/random.ts'
import type { GroupedScores } from './grouped-scores.ts'

/** About half of these rows, each taken by the toss of a coin, by the same scores: some may have none. */
export function halfOfGroups({ scores, rows, positives }: GroupedScores, random: Random): GroupedScores {
  const taken = new Float64Array(rows.length)
  const hits = new Float64Array(rows.length)
  let [coins, left] = [0, 0]
  const toss = () => {
    if (left === 0) {
      coins = random.word()
      left = 32
    }
    left--
    const side = coins & 1
    coins >>>= 1
    return side
  }
  for (let i = 0; i < rows.length; i++) {
    const ones = positives[i] ?? 0
    let [all, positive] = [0, 0]
    for (let row = 0; row < (rows[i] ?? 0); row++) {
      const side = toss()
      all += side
      if (row < ones) positive += side
    }
    taken[i] = all
    hits[i] = positive
  }
  return { scores, rows: taken, positives: hits }
}
