import { expect, it } from 'vitest'
import { binsOf } from '../../src/core/model/calibration/bins.ts'
import { calibrationError } from '../../src/core/model/calibration/calibration-error.ts'
import { seeded } from '../../src/core/stats/random/seeded.ts'

const RUNS = 200

/** Models whose probabilities are off by `shift` in log odds and by a factor `slope`: how often each end of the interval misses what is true. */
function misses(n: number, slope: number, shift: number) {
  const random = seeded('c0de', `${n} ${slope} ${shift}`)
  let [below, above, surprised] = [0, 0, 0]
  for (let run = 0; run < RUNS; run++) {
    const odds = Float64Array.from({ length: n }, () => 4 * (random.uniform() + random.uniform() - 1) - 0.5)
    const scores = odds.map(value => 1 / (1 + Math.exp(-value)))
    const truths = odds.map(value => 1 / (1 + Math.exp(-(shift + slope * value))))
    const labels = Uint8Array.from(truths, truth => Number(random.uniform() < truth))
    const bins = binsOf({ labels, scores })
    // The bins' own error: what the mean truth in each differs from the mean probability.
    const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
    let [error, first] = [0, 0]
    for (const { rows, expected } of bins) {
      const truth = order.subarray(first, first + rows).reduce((sum, row) => sum + (truths[row] ?? 0), 0)
      error += Math.abs(truth - expected) / n
      first += rows
    }
    const { interval, pValue } = calibrationError(bins, random, 0.9)
    if (interval[1] < error) above++
    if (interval[0] > error) below++
    if (pValue <= 0.05) surprised++
  }
  return { below: below / RUNS, above: above / RUNS, surprised: surprised / RUNS }
}

it.each([
  [200, 1, 0],
  [1000, 1, 0],
  [1000, 0.6, 0],
  [1000, 1, 0.4],
  [200, 0.5, -0.5],
])('of %d rows, slope %d, shift %d each end misses what is true at most 1 time in 20', (n, slope, shift) => {
  const found = misses(n, slope, shift)
  // 5 %, and three standard errors of 200 runs.
  expect(found.above).toBeLessThanOrEqual(0.097)
  expect(found.below).toBeLessThanOrEqual(0.097)
  if (slope === 1 && shift === 0) expect(found.surprised).toBeLessThanOrEqual(0.097)
  else if (n === 1000) expect(found.surprised).toBeGreaterThan(0.5)
})
