import { expect, it } from 'vitest'
import { differenceOf } from '../../src/core/drift/performance/difference-of.ts'
import { PERFORMANCE_METRICS } from '../../src/core/drift/performance/metrics.ts'
import type { Scores } from '../../src/core/model/scores.ts'
import { random } from '../core/drift/random.ts'

const RUNS = 1000
const THRESHOLD = 0.5

function rowsOf({ normal, uniform }: ReturnType<typeof random>, n: number, shift: number): Scores {
  const [positives, negatives]: [number[], number[]] = [[], []]
  for (let row = 0; row < n; row++) {
    const odds = 1.6 * normal() + shift
    if (uniform() < 1 / (1 + Math.exp(-odds))) positives.push(1 / (1 + Math.exp(-odds)))
    else negatives.push(1 / (1 + Math.exp(-odds)))
  }
  return { positives: Float64Array.from(positives), negatives: Float64Array.from(negatives) }
}

it.each([
  [300, 300, -0.5],
  [1000, 150, 0],
  [200, 1000, -1.5],
])(
  'changes of labelled rows, %d against %d shifted by %d: each end misses what is true about 1 time in 20',
  (before, now, shift) => {
    const source = random(before * now)
    const [then, after] = [rowsOf(source, 1_000_000, 0), rowsOf(source, 1_000_000, shift)]
    const missed = PERFORMANCE_METRICS.map(metric => {
      const truth = (metric.measure(after, THRESHOLD)?.value ?? 0) - (metric.measure(then, THRESHOLD)?.value ?? 0)
      return { metric, truth, below: 0, above: 0 }
    })
    for (let run = 0; run < RUNS; run++) {
      const [reference, current] = [rowsOf(source, before, 0), rowsOf(source, now, shift)]
      for (const one of missed) {
        const [first, second] = [one.metric.measure(reference, THRESHOLD), one.metric.measure(current, THRESHOLD)]
        if (!first || !second) throw new Error('No rows to measure')
        const [lower, upper] = differenceOf(first, second).intervalAt(0.9)
        if (one.truth < lower) one.below += 1 / RUNS
        if (one.truth > upper) one.above += 1 / RUNS
      }
    }
    console.log(
      before,
      now,
      shift,
      missed.map(({ metric, below, above }) => `${metric.id} ${below.toFixed(3)} ${above.toFixed(3)}`).join(', '),
    )
    for (const { below, above } of missed) {
      expect(below).toBeLessThan(0.075)
      expect(above).toBeLessThan(0.075)
    }
  },
)
