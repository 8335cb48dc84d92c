import { describe, expect, it } from 'vitest'
import { isGap } from '../../../../src/core/model/estimators/gap.ts'
import { evaluate } from '../../../../src/core/model/evaluation.ts'
import { compareByForm } from '../../../../src/core/model/forms/compare-by-form.ts'
import type { Design } from '../../../../src/core/model/forms/design.ts'
import { estimateByForm } from '../../../../src/core/model/forms/estimate-by-form.ts'
import type { CellForm, Form, SumForm } from '../../../../src/core/model/forms/form.ts'
import { estimateIn, gainIn } from '../../../../src/core/model/forms/in-design.ts'
import type { Metric } from '../../../../src/core/model/metric.ts'
import * as metrics from '../../../../src/core/model/metrics/binary/index.ts'
import { delong } from '../../../../src/core/model/roc/delong.ts'
import { placementsOf } from '../../../../src/core/model/roc/placements.ts'
import { studentT } from '../../../../src/core/stats/index.ts'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'
import { expectClose } from '../close.ts'

const plain: Design = { level: 0.95, random: purpose => seeded('feed', purpose) }
const METRICS = Object.values(metrics)

/** Two models' scores with two decimals on rows of two classes. */
function models(positives: number, negatives: number) {
  const { uniform } = seeded('abcdef')
  const score = (shift: number) => Math.round(100 * Math.min(1, Math.max(0, shift + 0.7 * (uniform() - 0.5)))) / 100
  const one = () => ({
    positives: Float64Array.from({ length: positives }, () => score(0.62)),
    negatives: Float64Array.from({ length: negatives }, () => score(0.4)),
  })
  return [one(), one()] as const
}

const [A, B] = models(70, 130)
const asked = {
  beta: 2,
  top: 0.1,
  costs: { 'false-positive': 1, 'false-negative': 5, 'true-positive': -1, 'true-negative': 0 },
}
const challenger = evaluate(A, 0.5, asked)
const champion = evaluate(B, 0.5, asked)

/** Every value so many times, the same ones side by side. */
const repeated = (values: Float64Array, times: number) =>
  Float64Array.from({ length: values.length * times }, (_, i) => values[Math.floor(i / times)] ?? Number.NaN)
const thrice = ({ positives, negatives }: typeof A) =>
  evaluate({ positives: repeated(positives, 3), negatives: repeated(negatives, 3) }, 0.5, asked)
const clusters = { codes: Uint32Array.from({ length: 600 }, (_, row) => Math.floor(row / 3)), count: 200 }

function formOf(metric: Metric<typeof challenger>, model: typeof challenger): Form {
  const form = metric.form?.(model)
  if (!form || isGap(form)) throw new Error('It has no form')
  return form
}

describe.each(METRICS)('$id', (metric: Metric<typeof challenger>) => {
  it('has its own value in every form', () => {
    const found = estimateByForm(formOf(metric, challenger), plain, metric.id)
    expectClose([found.value ?? Number.NaN], [metric.estimate(challenger, 0.95).value ?? Number.NaN])
    const better = metric.better === 'lower' ? 'lower' : 'higher'
    const comparison = { design: plain, purpose: metric.id, better } as const
    const gain = compareByForm(formOf(metric, challenger), formOf(metric, champion), comparison)
    const own = metric.estimate(challenger, 0.95).value ?? Number.NaN
    const its = metric.estimate(champion, 0.95).value ?? Number.NaN
    const difference = metric.better === 'higher' ? own - its : its - own
    expect(gain?.value).toBeCloseTo(difference, 12)
    expect(gain?.interval?.[0]).toBeLessThan(difference)
    expect(gain?.interval?.[1]).toBeGreaterThan(difference)
  })

  it('takes three copies of a row for one, where they are one cluster', () => {
    const [once, copies] = [formOf(metric, challenger), formOf(metric, thrice(A))]
    const alone = { ...plain, clusters: { codes: Uint32Array.from({ length: 200 }, (_, row) => row), count: 200 } }
    const design = { ...plain, clusters }
    expectSame(estimateByForm(copies, design, metric.id), estimateByForm(once, alone, metric.id))
    expectSame(gainIn(metric, thrice(A), thrice(B), design), gainIn(metric, challenger, champion, alone))
  })

  it('takes a weight of three for three copies', () => {
    const weights = Float64Array.from({ length: 200 }, (_, row) => (row % 2 === 0 ? 3 : 1))
    const heavy = (values: Float64Array, from: number) =>
      Float64Array.from(
        Array.from(values).flatMap((value, i) => ((from + i) % 2 === 0 ? [value, value, value] : [value])),
      )
    const copies = evaluate({ positives: heavy(A.positives, 0), negatives: heavy(A.negatives, 70) }, 0.5, asked)
    const weighted = estimateIn(metric, challenger, { ...plain, weights })
    expectClose([weighted.value ?? Number.NaN], [metric.estimate(copies, 0.95).value ?? Number.NaN])
    // Copies say nothing new: the interval is no narrower than that of the rows.
    const [lower, upper] = weighted.interval ?? [0, 0]
    const [from, to] = metric.estimate(copies, 0.95).interval ?? [0, 0]
    expect(upper - lower).toBeGreaterThan(1.05 * (to - from) * (metric.id === 'balanced-accuracy' ? 0.8 : 1))
  })
})

function expectSame(one: ReturnType<typeof estimateByForm>, other: ReturnType<typeof estimateByForm>) {
  expectClose([one.value ?? Number.NaN], [other.value ?? Number.NaN])
  // Korn and Graubard's looks at the number of rows, too.
  const within = one.method?.startsWith('korn-graubard') ? 0.005 : 1e-10
  for (const [i, end] of (other.interval ?? []).entries())
    expect(Math.abs((one.interval?.[i] ?? Number.NaN) - end)).toBeLessThan(within)
  for (const { interval } of [one, other]) expect(interval).toHaveLength(2)
}

describe('the area under the curve by influence', () => {
  it("has DeLong's error but for the degrees of freedom", () => {
    const found = estimateByForm(metrics.auc.form(challenger), plain, 'auc')
    const { value, standardError } = delong(placementsOf(A))
    expectClose([found.value ?? 0], [value])
    expect((found.standardError ?? 0) / standardError).toBeCloseTo(1, 1.9)
    const reach = studentT(199).isf(0.025) * (found.standardError ?? 0)
    expectClose(found.interval, [value - reach, value + reach])
  })

  it('has none where the classes are parted, however the clusters differ in size', () => {
    const apart = evaluate(
      { positives: new Float64Array(60).fill(0.9), negatives: new Float64Array(60).fill(0.1) },
      0.5,
    )
    const codes = Uint32Array.from({ length: 120 }, (_, row) => Math.floor(Math.sqrt(row)))
    const design = { ...plain, clusters: { codes, count: 11 } }
    expect(estimateIn(metrics.auc, apart, design)).toMatchObject({
      value: 1,
      gap: expect.stringContaining('fewer than 10'),
    })
    expect(gainIn(metrics.auc, apart, apart, design)).toMatchObject({ value: 0, gap: expect.any(String) })
  })
})

describe('means of clusters', () => {
  const hits = (wrong: number) => Float64Array.from({ length: 200 }, (_, row) => (row < wrong ? 0 : 1))
  const design: Design = {
    ...plain,
    clusters: { codes: Uint32Array.from({ length: 200 }, (_, row) => row % 20), count: 20 },
  }

  it('never have an interval of no width, however right all rows are', () => {
    const found = estimateByForm({ kind: 'mean', values: hits(0), bounds: [0, 1] }, design, 'accuracy')
    // 1 − (α/2)^(1/20): each cluster counts as one row.
    expectClose(found.interval, [0.025 ** (1 / 20), 1])
    expect(found.method).toContain('clustered (20 clusters)')
  })

  it('bound gains and losses apart where few rows differ', () => {
    const form = (wrong: number): Form => ({ kind: 'mean', values: hits(wrong), bounds: [0, 1] })
    const same = compareByForm(form(1), form(1), { design, purpose: 'accuracy', better: 'higher' })
    expectClose(same.interval, [-(1 - 0.025 ** (1 / 20)), 1 - 0.025 ** (1 / 20)])
  })

  it('without bounds have none', () => {
    const found = estimateByForm({ kind: 'mean', values: hits(0) }, design, 'error')
    expect(found).toEqual({ value: 1, n: 200, gap: 'fewer than 10 clusters or rows differ from the rest' })
  })

  it('of some of the rows rest on the clusters that have them', () => {
    const values = Float64Array.from({ length: 100 }, (_, row) => (row % 7) / 7)
    const codes = Uint32Array.from({ length: 200 }, (_, row) => (row < 100 ? 0 : 1 + (row % 25)))
    const form: Form = { kind: 'mean', values, start: 100, bounds: [0, 1] }
    const found = estimateByForm(form, { ...plain, clusters: { codes, count: 26 } }, 'specificity')
    expect(found.method).toBe('student-t, clustered (25 clusters)')
  })
})

describe('cells', () => {
  const shares = [0, 0, 0, 1, 1, 2, 2, 2]
  const accuracy = (cells: ArrayLike<number>) => {
    const all = Array.from(cells)
    return ((all[0] ?? 0) + (all[4] ?? 0) + (all[8] ?? 0)) / all.reduce((sum, count) => sum + count, 0)
  }
  /** Rows of three classes, the first of which `wrong` get the next class. */
  const form = (wrong: number, n = 400): CellForm => ({
    kind: 'cells',
    codes: Uint8Array.from({ length: n }, (_, row) => {
      const truth = shares[row % shares.length] ?? 0
      return 3 * truth + (row < wrong ? (truth + 1) % 3 : truth)
    }),
    truths: 3,
    outcomes: 3,
    value: accuracy,
  })
  const gain = (wrong: number, its: number) =>
    compareByForm(form(wrong), form(its), { design: plain, purpose: 'accuracy', better: 'higher' })

  it('that are all right are bounded as a proportion is', () => {
    const found = estimateByForm(form(0), plain, 'accuracy')
    expectClose(found.interval, [0.025 ** (1 / 400), 1])
  })

  it('with few errors contain their estimate, and end at none', () => {
    const found = estimateByForm(form(5), plain, 'accuracy')
    expect(found.interval?.[0]).toBeLessThan(0.9875)
    expect(found.interval?.[1]).toBe(1)
    expect(found.method).toContain('fewer than 20')
  })

  it('by two models that agree are bounded by the rows that could differ', () => {
    const reach = 1 - 0.025 ** (1 / 400)
    expectClose(gain(40, 40).interval, [-reach, reach])
    const worse = gain(44, 40)
    expectClose([worse.value ?? 0], [-0.01])
    expect(worse.interval?.[0]).toBeLessThan(-0.02)
    expectClose([worse.interval?.[1] ?? 0], [reach])
  })

  it('that differ are drawn again, from the same seed the same', () => {
    const found = gain(80, 40)
    expect(found.method).toBe('bca (2 000 bootstrap resamples of the rows)')
    expect(found).toEqual(gain(80, 40))
    expect(found).not.toEqual(
      compareByForm(form(80), form(40), {
        design: { ...plain, random: () => seeded('dead') },
        purpose: 'accuracy',
        better: 'higher',
      }),
    )
  })

  it('turn round where less is better', () => {
    const lower = compareByForm(form(80), form(40), { design: plain, purpose: 'accuracy', better: 'lower' })
    const [from = 0, to = 0] = gain(80, 40).interval ?? []
    expectClose(lower.interval, [-to, -from])
    expectClose([lower.value ?? 0], [0.1])
  })

  it('of too many classes to try all moves have no interval where few rows differ', () => {
    const codes = Uint16Array.from({ length: 400 }, (_, row) => 61 * (row % 60))
    const many = { ...form(0), codes, truths: 60, outcomes: 60, value: () => 1 }
    expect(estimateByForm(many, plain, 'accuracy')).toMatchObject({
      value: 1,
      gap: 'fewer than 20 rows were predicted wrongly',
    })
  })
})

describe('sums', () => {
  const { uniform } = seeded('abc')
  const errors = Float64Array.from({ length: 30_000 }, () => uniform() - 0.5)
  const rmse = (n: number, scale = 1): SumForm => ({
    kind: 'sums',
    columns: [new Float64Array(n).fill(1), errors.slice(0, n).map(error => (scale * error) ** 2)],
    value: sums => Math.sqrt((sums[1] ?? 0) / (sums[0] ?? 0)),
  })

  it.each([200, 30_000])('of %i rows have the interval of the delta method, nearly', n => {
    const found = estimateByForm(rmse(n), plain, 'rmse')
    const squares = errors.slice(0, n).map(error => error ** 2)
    const mean = squares.reduce((sum, square) => sum + square, 0) / n
    const variance = squares.reduce((sum, square) => sum + (square - mean) ** 2, 0) / n
    const error = Math.sqrt(variance / n) / (2 * Math.sqrt(mean))
    expectClose([found.value ?? 0], [Math.sqrt(mean)])
    expect((found.standardError ?? 0) / error).toBeCloseTo(1, 1)
    const [lower = 0, upper = 0] = found.interval ?? []
    expect((upper - lower) / (3.92 * error)).toBeCloseTo(1, 0.9)
    expect(found.method).toBe(
      `bca (2 000 bootstrap resamples of ${n === 200 ? 'the rows' : '5 000 groups of rows dealt at random'})`,
    )
  })

  it('compare two models row by row', () => {
    const found = compareByForm(rmse(300, 1.1), rmse(300), { design: plain, purpose: 'rmse', better: 'lower' })
    const value = rmse(300).value([300, errors.slice(0, 300).reduce((sum, error) => sum + error ** 2, 0)])
    expectClose([found.value ?? 0], [-0.1 * value])
    // The gain is a tenth of the error, and so is its interval.
    expect((found.interval?.[1] ?? 0) - (found.interval?.[0] ?? 0)).toBeLessThan(0.03 * value)
  })

  it('of fewer than fifty clusters have none', () => {
    const design = { ...plain, clusters: { codes: Uint32Array.from({ length: 200 }, (_, row) => row % 40), count: 40 } }
    expect(estimateByForm(rmse(200), design, 'rmse').gap).toBe(
      'a bootstrap needs at least 50 clusters, and there are 40',
    )
  })
})

describe('a metric without a form', () => {
  const bare: Metric<number> = {
    id: 'bare',
    title: 'Bare',
    better: 'higher',
    range: [0, 1],
    estimate: value => ({ value, n: 9, interval: [0, 1] }),
    compare: (one, other) => ({ value: one - other, n: 9, interval: [-1, 1] }),
  }

  it('keeps its interval where rows stand for themselves only', () => {
    expect(estimateIn(bare, 0.5, plain)).toEqual({ value: 0.5, n: 9, interval: [0, 1] })
    expect(estimateIn(bare, 0.5, { ...plain, clusters })).toEqual({
      value: 0.5,
      n: 9,
      gap: 'it has no method for clustered rows',
    })
    expect(gainIn(bare, 0.5, 0.4, { ...plain, weights: Float64Array.of(1) })).toEqual({
      value: null,
      n: 9,
      gap: 'it has no method for weighted rows',
    })
  })
})

it('an interval of very many rows rests on the error of some of them', () => {
  const { uniform } = seeded('fade')
  const many = (n: number) => Float64Array.from({ length: n }, () => uniform())
  const model = evaluate({ positives: many(60_000).map(Math.sqrt), negatives: many(90_000) }, 0.5, asked)
  const found = estimateIn(metrics.ks, model, plain)
  // Of scores √u and u: the distance is u − u² at u = ½.
  expect(found.value).toBeCloseTo(0.25, 1.9)
  expect(found.method).toContain('of 100 000 of the rows, scaled to all')
  // The variance of a difference of two shares at a half and a quarter.
  const error = Math.sqrt((0.25 * 0.75) / 60_000 + 0.25 / 90_000)
  expect((found.standardError ?? 0) / error).toBeGreaterThan(0.75)
  expect((found.standardError ?? 0) / error).toBeLessThan(1.25)
  const gain = gainIn(metrics.ks, model, model, plain)
  // No row tells a model from itself.
  expect(gain).toEqual({ value: 0, n: 150_000, gap: 'it is the same whichever rows are left out' })
})
