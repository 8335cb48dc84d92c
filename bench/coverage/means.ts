import { clusteredEstimate } from '../../src/core/model/forms/clustered.ts'
import { estimateByForm } from '../../src/core/model/forms/estimate-by-form.ts'
import { meanLoss, pairedMeanLoss } from '../../src/core/model/losses/mean-loss.ts'
import { normal, studentT } from '../../src/core/stats/index.ts'
import { quantileRanks } from '../../src/core/stats/intervals/quantile-ranks.ts'
import type { Random } from '../../src/core/stats/random/random.ts'
import { bca } from '../../src/core/stats/resampling/bca.ts'
import { blockLength } from '../../src/core/stats/resampling/block-length.ts'
import { bootstrapBlocks } from '../../src/core/stats/resampling/bootstrap-blocks.ts'
import { dieboldMariano } from '../../src/core/stats/tests/diebold-mariano.ts'
import { gaussian } from './populations.ts'
import type { Scenario } from './scenario.ts'

const sample = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw)

const losses: Scenario[] = [
  {
    method: 'mean loss',
    population: 'squared uniform numbers',
    truth: 1 / 3,
    promise: 'nominal',
    from: 50,
    draw: (n, level, random) =>
      meanLoss(
        sample(n, () => random.uniform() ** 2),
        1,
        level,
      ).interval,
  },
  {
    method: 'mean loss',
    population: 'exponential, as log losses are',
    truth: 0.4,
    promise: 'nominal',
    from: 100,
    draw: (n, level, random) =>
      meanLoss(
        sample(n, () => Math.min(36, -0.4 * Math.log(1 - random.uniform()))),
        36.04,
        level,
      ).interval,
  },
  {
    method: 'mean loss',
    population: 'one row in fifty at 0.9, the others at 0.01',
    truth: 0.02 * 0.9 + 0.98 * 0.01,
    promise: 'nominal',
    from: 1000,
    draw: (n, level, random) =>
      meanLoss(
        sample(n, () => (random.uniform() < 0.02 ? 0.9 : 0.01)),
        1,
        level,
      ).interval,
  },
  {
    method: 'gain in mean loss',
    population: 'squared errors of two models that mostly agree',
    truth: (1 + 0.04) * 0.01 - 0.01,
    promise: 'nominal',
    from: 100,
    draw(n, level, random) {
      const common = sample(n, () => 0.1 * gaussian(random))
      const extra = sample(n, () => 0.02 * gaussian(random))
      const own = common.map(error => error ** 2)
      const its = common.map((error, i) => (error + (extra[i] ?? 0)) ** 2)
      return pairedMeanLoss(own, its, 100, level).interval
    },
  },
]

/** Rows in clusters of ten that share a part of their value. */
function drawClusters(n: number, random: Random, value: (common: number) => number) {
  const count = n / 10
  const common = sample(count, () => gaussian(random))
  const codes = Uint32Array.from({ length: n }, (_, row) => Math.floor(row / 10))
  return { values: Float64Array.from(codes, code => value(common[code] ?? 0)), clusters: { codes, count } }
}

const clusters: Scenario[] = [
  {
    method: 'clustered mean',
    population: 'clusters of ten, three tenths of the variance between them',
    truth: 0,
    promise: 'nominal',
    from: 100,
    draw(n, level, random) {
      const own = drawClusters(n, random, common => Math.sqrt(0.3) * common + Math.sqrt(0.7) * gaussian(random))
      return clusteredEstimate(
        { kind: 'mean', values: own.values },
        { level, random: () => random, clusters: own.clusters },
      ).interval
    },
  },
  {
    method: 'clustered mean',
    population: 'hits at 0.9, alike within clusters of ten',
    // P(cut + common > 0) of a normal common part and a cut for each row.
    truth: 0.9,
    promise: 'nominal',
    from: 1000,
    draw(n, level, random) {
      const cut = normal.ppf(0.9)
      const own = drawClusters(n, random, common =>
        Math.sqrt(0.4) * common + Math.sqrt(0.6) * gaussian(random) < cut ? 1 : 0,
      )
      const design = { level, random: () => random, clusters: own.clusters }
      return clusteredEstimate({ kind: 'mean', values: own.values, bounds: [0, 1] }, design).interval
    },
  },
]

const sums: Scenario[] = [
  {
    method: 'rmse by bootstrap',
    population: 'normal errors',
    truth: 1,
    promise: 'nominal',
    from: 100,
    draw(n, level, random) {
      const squares = sample(n, () => gaussian(random) ** 2)
      const form = {
        kind: 'sums' as const,
        columns: [new Float64Array(n).fill(1), squares],
        value: ([rows = 0, total = 0]: ArrayLike<number> & Iterable<number>) => Math.sqrt(total / rows),
      }
      const value = (sums: ArrayLike<number>) => form.value(Array.from(sums))
      return estimateByForm({ ...form, value }, { level, random: () => random }, 'rmse').interval
    },
  },
  {
    method: 'r² by bootstrap',
    population: 'a normal signal with a quarter of noise',
    truth: 0.8,
    promise: 'nominal',
    from: 100,
    draw(n, level, random) {
      const signal = sample(n, () => gaussian(random))
      const errors = sample(n, () => 0.5 * gaussian(random))
      const truth = signal.map((value, i) => value + (errors[i] ?? 0))
      const at = (sums: ArrayLike<number>, i: number) => sums[i] ?? 0
      return estimateByForm(
        {
          kind: 'sums',
          columns: [new Float64Array(n).fill(1), truth, truth.map(y => y ** 2), errors.map(e => e ** 2)],
          value: s => 1 - at(s, 3) / (at(s, 2) - at(s, 1) ** 2 / at(s, 0)),
        },
        { level, random: () => random },
        'r2',
      ).interval
    },
  },
]

const quantiles: Scenario[] = [0.5, 0.95].map(p => ({
  method: 'quantile by ranks',
  population: `${p} quantile of exponential latencies`,
  truth: -Math.log(1 - p),
  promise: 'exact',
  from: 20,
  draw(n, level, random) {
    const sorted = sample(n, () => -Math.log(1 - random.uniform())).sort()
    const { lower, upper } = quantileRanks(n, p, level)
    return lower && upper ? [sorted[lower - 1] ?? Number.NaN, sorted[upper - 1] ?? Number.NaN] : undefined
  },
}))

/** A series whose values depend on the last ones. */
function series(n: number, random: Random, { autoregression = 0, moving = 0 }): Float64Array {
  let [last, noise] = [0, gaussian(random)]
  const step = () => {
    const next = gaussian(random)
    last = autoregression * last + next + moving * noise
    noise = next
    return last
  }
  for (let i = 0; i < 100; i++) step()
  return sample(n, step)
}

const forecasts: Scenario[] = [
  ...[
    { name: 'independent differences', horizon: 1, moving: 0 },
    { name: 'differences of forecasts two steps ahead', horizon: 2, moving: 0.6 },
  ].map(
    ({ name, horizon, moving }): Scenario => ({
      method: 'diebold-mariano',
      population: name,
      truth: 0,
      promise: 'nominal',
      from: 50,
      draw(n, level, random) {
        const { mean, standardError, df } = dieboldMariano(series(n, random, { moving }), horizon)
        const reach = studentT(df).isf((1 - level) / 2) * standardError
        return [mean - reach, mean + reach]
      },
    }),
  ),
  {
    method: 'mean by blocks',
    population: 'a series that keeps half of its last value',
    truth: 0,
    promise: 'nominal',
    from: 1000,
    draw(n, level, random) {
      const values = series(n, random, { autoregression: 0.5 })
      const mean = (counts: Uint32Array) => counts.reduce((sum, count, i) => sum + count * (values[i] ?? 0), 0) / n
      const block = blockLength(values)
      const { values: replicates } = bootstrapBlocks({ length: n, block, statistic: mean }, random, 1000)
      const interval = bca(mean(new Uint32Array(n).fill(1)), replicates, 0, level)
      return interval && [interval.lower, interval.upper]
    },
  },
]

export const means: Scenario[] = [...losses, ...clusters, ...sums, ...quantiles, ...forecasts]
