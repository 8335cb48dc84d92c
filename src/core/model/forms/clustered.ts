import { studentT } from '../../stats/index.ts'
import { type Clusters, clusteredMean } from '../../stats/intervals/clustered-mean.ts'
import { kornGraubard } from '../../stats/intervals/korn-graubard.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Estimate } from '../estimate.ts'
import { chernoffHoeffding } from '../intervals/chernoff-hoeffding.ts'
import { isSpread } from '../is-spread.ts'
import type { Design } from './design.ts'
import type { InfluenceForm, MeanForm } from './form.ts'

/** What a mean's interval is called with these clusters and weights. */
const named = (method: string, { clusters, weights }: Units) =>
  [
    method,
    ...(clusters ? [`clustered (${grouped(clusters.count)} clusters)`] : []),
    ...(weights ? ['weighted'] : []),
  ].join(', ')

/**
 * A mean with Student's interval, around which clusters are independent, not rows; a share with Korn and Graubard's, which
 * keeps within 0 and 1 and passes a floor near 1 no more often than it should. Where fewer than ten clusters deviate
 * from it otherwise than the rest, its variance says nothing: a bounded mean then rests on its bounds and on as many units
 * as the largest leaves room for.
 */
export function clusteredEstimate({ values, start = 0, bounds }: MeanForm, design: Design): Estimate {
  if (values.length === 0) return { value: null, n: 0, gap: 'there is no such row' }
  const { weights, clusters } = within(design, start, values.length)
  const { mean, standardError, df } = clusteredMean(values, {
    ...(clusters ? { clusters } : {}),
    ...(weights ? { weights } : {}),
  })
  const estimate = { value: mean, n: values.length }
  const units = { clusters, weights }
  if (isSpread(unitMeans(values, units))) {
    if (mean > 0 && mean < 1 && values.every(value => value === 0 || value === 1)) {
      const { lower, upper } = kornGraubard({ share: mean, standardError, df, rows: values.length }, design.level)
      return { ...estimate, interval: [lower, upper], standardError, method: named('korn-graubard', units) }
    }
    const reach = studentT(df).isf((1 - design.level) / 2) * standardError
    const interval = [mean - reach, mean + reach] as const
    return { ...estimate, interval, standardError, method: named('student-t', units) }
  }
  if (!bounds) return { ...estimate, gap: FEW }
  const counted = unitWeights(values.length, units)
  const n = counted.reduce((a, b) => a + b, 0) / counted.reduce((a, b) => Math.max(a, b), 0)
  return {
    ...estimate,
    interval: bounded({ values, mean, bounds, n, units }, design.level),
    method: named('chernoff-hoeffding (fewer than 10 clusters or rows differ from the rest)', units),
  }
}

const FEW = 'fewer than 10 clusters or rows differ from the rest'

interface BoundedMean {
  readonly values: Float64Array
  readonly mean: number
  readonly bounds: readonly [number, number]
  /** Units as independent and as large as the largest. */
  readonly n: number
  readonly units: Units
}

/** What is gained and what is lost are bounded apart. */
function bounded({ values, mean, bounds: [least, greatest], n, units }: BoundedMean, level: number): [number, number] {
  if (least >= 0) {
    const [lower, upper] = chernoffHoeffding((mean - least) / (greatest - least), n, level)
    return [least + lower * (greatest - least), least + upper * (greatest - least)]
  }
  const part = (sign: number) => {
    const parts = values.map(value => Math.max(0, sign * value))
    return clusteredMean(parts, units.weights ? { weights: units.weights } : {}).mean
  }
  return [
    least * chernoffHoeffding(part(-1) / -least, n, level)[1],
    greatest * chernoffHoeffding(part(1) / greatest, n, level)[1],
  ]
}

/** A value with Student's interval from the influence of each cluster, or each row; `alike` tells where rows stand alike. */
export function influenceEstimate(
  { value, influence, standing }: InfluenceForm,
  design: Design,
  alike: (standing: number) => boolean,
): Estimate {
  const estimate = { value: Number.isNaN(value) ? null : value, n: influence.length }
  const sums = design.clusters ? new Float64Array(design.clusters.count) : influence
  if (design.clusters)
    for (let row = 0; row < influence.length; row++) {
      const cluster = design.clusters.codes[row] ?? 0
      sums[cluster] = (sums[cluster] ?? 0) + (influence[row] ?? Number.NaN)
    }
  const apart = new Set<number>()
  for (let row = 0; row < influence.length && apart.size < LEAST_APART; row++)
    if (!alike(standing[row] ?? Number.NaN)) apart.add(design.clusters?.codes[row] ?? row)
  if (apart.size < LEAST_APART) return { ...estimate, gap: FEW }
  const units = sums.length
  const standardError = Math.sqrt((sums.reduce((sum, one) => sum + one ** 2, 0) * units) / (units - 1))
  const reach = studentT(units - 1).isf((1 - design.level) / 2) * standardError
  return {
    ...estimate,
    interval: [value - reach, value + reach],
    standardError,
    method: named('student-t of the influence of rows', { clusters: design.clusters, weights: design.weights }),
  }
}

/** Clusters, or rows, that must stand otherwise than the rest. */
const LEAST_APART = 10

/** The design of a run of rows; clusters that have none of them are left out. */
function within({ weights, clusters }: Design, start: number, length: number) {
  const own = weights?.subarray(start, start + length)
  if (!clusters) return { weights: own, clusters: undefined }
  const numbers = new Map<number, number>()
  const codes = Uint32Array.from({ length }, (_, i) => {
    const code = clusters.codes[start + i] ?? 0
    const number = numbers.get(code) ?? numbers.size
    numbers.set(code, number)
    return number
  })
  return { weights: own, clusters: { codes, count: numbers.size } satisfies Clusters }
}

interface Units {
  readonly clusters: Clusters | undefined
  readonly weights: Float64Array | undefined
}

/** How much each cluster, or each row, counts. */
function unitWeights(n: number, { clusters, weights }: Units): Float64Array {
  const counted = new Float64Array(clusters?.count ?? n)
  for (let row = 0; row < n; row++) {
    const unit = clusters?.codes[row] ?? row
    counted[unit] = (counted[unit] ?? 0) + (weights?.[row] ?? 1)
  }
  return counted
}

/** The mean of each cluster, or the value of each row. */
function unitMeans(values: Float64Array, units: Units): Float64Array {
  const { clusters, weights } = units
  if (!clusters) return values
  const sums = new Float64Array(clusters.count)
  for (let row = 0; row < values.length; row++) {
    const unit = clusters.codes[row] ?? 0
    sums[unit] = (sums[unit] ?? 0) + (weights?.[row] ?? 1) * (values[row] ?? Number.NaN)
  }
  const counted = unitWeights(values.length, units)
  return sums.map((sum, unit) => sum / (counted[unit] ?? Number.NaN))
}
