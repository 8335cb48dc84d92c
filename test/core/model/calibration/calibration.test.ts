import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { binsOf } from '../../../../src/core/model/calibration/bins.ts'
import { calibrate } from '../../../../src/core/model/calibration/calibrate.ts'
import { logOdds } from '../../../../src/core/model/calibration/log-odds.ts'
import { logisticFit } from '../../../../src/core/model/calibration/logistic-fit.ts'
import { spiegelhalter } from '../../../../src/core/model/calibration/spiegelhalter.ts'
import { nonCentralChiSquared } from '../../../../src/core/stats/index.ts'
import { expectClose } from '../close.ts'

const Vectors = z.object({
  calibration: z.array(
    z.object({
      name: z.string(),
      labels: z.array(z.number()),
      scores: z.array(z.number()),
      logistic: z.object({ intercept: z.number(), slope: z.number(), errors: z.tuple([z.number(), z.number()]) }),
      spiegelhalter: z.object({ z: z.number(), pValue: z.number() }),
    }),
  ),
  noncentralChiSquared: z.array(z.object({ x: z.number(), df: z.number(), lambda: z.number(), cdf: z.number() })),
})
const vectors = Vectors.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/goldens/calibration-vectors.json', import.meta.url), 'utf8')),
)
const classesOf = ({ labels, scores }: { labels: number[]; scores: number[] }) => ({
  labels: Uint8Array.from(labels),
  scores: Float64Array.from(scores),
})

describe.each(vectors.calibration)('$name', vector => {
  const classes = classesOf(vector)

  it('has the intercept and slope of statsmodels, and their errors', () => {
    const fit = logisticFit(classes.labels, classes.scores.map(logOdds))
    expectClose(
      [fit?.intercept ?? Number.NaN, fit?.slope ?? Number.NaN],
      [vector.logistic.intercept, vector.logistic.slope],
    )
    expectClose(fit?.errors, vector.logistic.errors)
  })

  it("has Spiegelhalter's z", () => {
    const found = spiegelhalter(classes)
    expectClose(
      [found?.z ?? Number.NaN, found?.pValue ?? Number.NaN],
      [vector.spiegelhalter.z, vector.spiegelhalter.pValue],
    )
  })

  it('does not depend on the order of the rows', () => {
    const turned = classesOf({ labels: vector.labels.toReversed(), scores: vector.scores.toReversed() })
    const { error, bins } = calibrate(classes, 0.95)
    const again = calibrate(turned, 0.95)
    expect(again.error).toEqual(error)
    expect(again.bins).toEqual(bins.map(bin => ({ ...bin, predicted: expect.closeTo(bin.predicted, 12) })))
  })
})

it.each(vectors.noncentralChiSquared)('P(χ² of $df, λ $lambda ≤ $x) is that of SciPy', ({ x, df, lambda, cdf }) => {
  expectClose([nonCentralChiSquared(df, lambda).cdf(x)], [cdf])
})

describe('bins', () => {
  it('keep rows of the same probability together', () => {
    const scores = Float64Array.from({ length: 200 }, (_, row) => (row < 150 ? 0.2 : 0.7))
    expect(binsOf({ labels: new Uint8Array(200), scores }).map(({ rows }) => rows)).toEqual([150, 50])
  })

  it('of few rows are few', () => {
    const scores = Float64Array.from({ length: 59 }, (_, row) => row / 60)
    expect(binsOf({ labels: new Uint8Array(59), scores }).map(({ rows }) => rows)).toEqual([30, 29])
  })
})

describe('an error of calibration', () => {
  const classes = (n: number, shift: number) => {
    const scores = Float64Array.from({ length: n }, (_, row) => 0.1 + (0.8 * (row % 101)) / 100)
    // Of every 100 rows in turn as many as the probability says, and `shift` more.
    const labels = Uint8Array.from(scores, (score, row) => Number(((row * 37) % 100) / 100 < score + shift))
    return { labels, scores }
  }

  it('of a calibrated model is shown to be small, and is no surprise', () => {
    const { error } = calibrate(classes(4000, 0), 0.95)
    expect(error.interval[0]).toBe(0)
    expect(error.interval[1]).toBeLessThan(0.05)
    expect(error.pValue).toBeGreaterThan(0.05)
  })

  it('of a shifted one is found', () => {
    const { error } = calibrate(classes(4000, 0.15), 0.95)
    expect(error.interval[0]).toBeGreaterThan(0.1)
    expect(error.interval[1]).toBeGreaterThan(0.14)
    expect(error.pValue).toBeLessThan(0.001)
  })

  it('is told where there is no fit: probabilities that are all the same, and classes that they part', () => {
    const flat = {
      labels: Uint8Array.from({ length: 100 }, (_, row) => row % 2),
      scores: new Float64Array(100).fill(0.5),
    }
    expect(calibrate(flat, 0.95)).not.toHaveProperty('slope')
    const parted = { labels: flat.labels, scores: Float64Array.from(flat.labels, label => 0.2 + 0.6 * label) }
    expect(calibrate(parted, 0.95)).not.toHaveProperty('slope')
    const certain = { labels: flat.labels, scores: Float64Array.from(flat.labels) }
    const { error } = calibrate(certain, 0.95)
    expect(Number.isFinite(error.interval[1])).toBe(true)
    expect(error.interval[1]).toBeGreaterThan(0)
  })
})
