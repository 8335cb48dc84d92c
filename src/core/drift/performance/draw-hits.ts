import { drawBinomial } from '../../stats/random/draw-binomial.ts'
import type { Random } from '../../stats/random/random.ts'

/** Of fewer rows than this each is drawn by itself, which is quicker. */
const FEW = 8

/** How many of so many rows are positive, each with the same probability. */
export function drawHits(random: Random, rows: number, probability: number): number {
  if (rows >= FEW) return drawBinomial(random, rows, probability)
  let hits = 0
  for (let row = 0; row < rows; row++) if (random.uniform() < probability) hits++
  return hits
}
