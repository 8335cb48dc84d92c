import { expect, it } from 'vitest'
import { estimateUnlabelled } from '../../src/core/drift/performance/estimate-unlabelled.ts'
import { groupScores } from '../../src/core/drift/performance/group-scores.ts'
import { groupedFigures } from '../../src/core/drift/performance/grouped-figures.ts'
import { PERFORMANCE_METRIC_IDS } from '../../src/core/drift/performance/metric-ids.ts'
import { seeded } from '../../src/core/stats/random/seeded.ts'
import { random } from '../core/drift/random.ts'

const RUNS = 300
const THRESHOLD = 0.5

/** Rows of a model whose scores are not calibrated, of which the truth depends on the score alone. */
function rowsOf({ normal, uniform }: ReturnType<typeof random>, n: number, shift: number) {
  const [positives, negatives]: [number[], number[]] = [[], []]
  for (let row = 0; row < n; row++) {
    const odds = 1.3 * normal() + shift - 0.7
    const score = 1 / (1 + Math.exp(-1.5 * odds - 0.3))
    if (uniform() < 1 / (1 + Math.exp(-odds))) positives.push(score)
    else negatives.push(score)
  }
  return groupScores({ positives: Float64Array.from(positives), negatives: Float64Array.from(negatives) })
}

it.each([
  [500, 500, 0],
  [2000, 500, 0.7],
  [500, 2000, -0.7],
  [3000, 3000, 1],
])(
  'with %d rows of the reference and %d current ones shifted by %d each end misses what labels show about 1 time in 20',
  (before, now, shift) => {
    const source = random(before + now)
    const truth = groupedFigures(rowsOf(source, 1_000_000, 0), THRESHOLD)
    const seeds = seeded('cb9e', `${before} ${now}`)
    const misses = new Map(PERFORMANCE_METRIC_IDS.map(id => [id, { below: 0, above: 0 }]))
    for (let run = 0; run < RUNS; run++) {
      const [reference, current] = [rowsOf(source, before, 0), rowsOf(source, now, shift)]
      const shown = groupedFigures(current, THRESHOLD)
      const seed = seeds.word().toString(16)
      for (const [id, change] of estimateUnlabelled(reference, current, {
        threshold: THRESHOLD,
        seed,
        resamples: 100,
      })) {
        const [lower, upper] = change.intervalAt(0.9)
        const real = shown[id] - truth[id]
        const missed = misses.get(id)
        if (missed && real < lower) missed.below += 1 / RUNS
        if (missed && real > upper) missed.above += 1 / RUNS
      }
    }
    console.log(before, now, shift, JSON.stringify(Object.fromEntries(misses)))
    for (const { below, above } of misses.values()) {
      // 1 in 10 at worst, and what 300 runs may show by chance.
      expect(below).toBeLessThan(0.14)
      expect(above).toBeLessThan(0.14)
    }
  },
)
