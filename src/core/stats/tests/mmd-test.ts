import type { Random } from '../random/random.ts'
import { shuffleFirst } from '../random/shuffle-first.ts'
import { permutationP } from './permutation-p.ts'
import type { TestResult } from './test-result.ts'

/** A point of several dimensions. */
export type Point = ArrayLike<number>

/** Permutations that the spread is read from. */
const SPREAD = 99

interface MmdDetail {
  /** The median of the squared distances. */
  readonly scale: number
  /** Standard error of the statistic's linear part, which is all of it where the samples differ much. */
  readonly error: number
  /** What permuted values exceed with the given chance. */
  spread(chance: number): number
}

/**
 * The two-sample test of the maximum mean discrepancy: the statistic is the unbiased MMD² (Gretton and others 2012, lemma 6) with
 * the kernel exp(−d² / s), s being the median of the squared Euclidean distances of all pairs of points, or 1 where that is 0; p
 * from at most `most` random permutations. `statistic` may be below 0.
 *
 * Takes (n + m)² doubles of memory, and time of that times the permutations made.
 */
export function mmdTest(
  x: readonly Point[],
  y: readonly Point[],
  random: Random,
  { most = 499 }: { most?: number } = {},
): TestResult & MmdDetail {
  for (const [name, { length }] of Object.entries({ x, y })) {
    if (length < 2) throw new RangeError(`Expected ${name} to hold at least 2 points but found ${length}`)
  }
  const { kernel, scale } = kernelMatrix([...x, ...y])
  const [few, many] = x.length <= y.length ? [x.length, y.length] : [y.length, x.length]
  const size = few + many
  const rowSums = Float64Array.from({ length: size }, (_, i) =>
    kernel.subarray(i * size, (i + 1) * size).reduce(add, 0),
  )
  const total = rowSums.reduce(add, 0)
  /** MMD² if the given points, as many as the smaller sample has, are that sample. */
  const squared = (own: Uint32Array) => {
    const inner = 2 * pairSum(kernel, size, own)
    const withAll = own.reduce((sum, i) => sum + (rowSums[i] ?? 0), 0)
    const across = withAll - inner
    const outer = total - inner - 2 * across
    return inner / (few * (few - 1)) + outer / (many * (many - 1)) - (2 * across) / (few * many)
  }
  const order = Uint32Array.from({ length: size }, (_, i) => i)
  const statistic = squared(x.length <= y.length ? order.slice(0, few) : order.slice(many))
  const permuted = () => {
    shuffleFirst(order, random, few)
    return squared(order.slice(0, few).sort())
  }
  return {
    statistic,
    pValue: permutationP(statistic, permuted, most),
    scale,
    error: linearError(kernel, x.length, y.length),
    spread(chance) {
      const values = Float64Array.from({ length: SPREAD }, permuted).sort()
      return Math.max(0, values[Math.ceil((1 - chance) * SPREAD) - 1] ?? 0)
    },
  }
}

const add = (a: number, b: number) => a + b

/** From how much each point's mean kernel with its own sample differs from that with the other one (Hoeffding's projection). */
function linearError(kernel: Float64Array, n: number, m: number): number {
  const size = n + m
  const gaps = Array.from({ length: size }, (_, i) => {
    const row = kernel.subarray(i * size, (i + 1) * size)
    const [inX, inY] = [row.subarray(0, n).reduce(add, 0), row.subarray(n).reduce(add, 0)]
    return i < n ? inX / (n - 1) - inY / m : inY / (m - 1) - inX / n
  })
  return 2 * Math.sqrt(variance(gaps.slice(0, n)) / n + variance(gaps.slice(n)) / m)
}

function variance(values: readonly number[]): number {
  const mean = values.reduce(add, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

/** Σ k over all pairs of the given points. */
function pairSum(kernel: Float64Array, size: number, own: Uint32Array): number {
  let sum = 0
  for (let i = 0; i < own.length; i++) {
    const row = (own[i] ?? 0) * size
    for (let j = 0; j < i; j++) sum += kernel[row + (own[j] ?? 0)] ?? 0
  }
  return sum
}

/** The kernel of every pair of points, 0 on the diagonal. */
function kernelMatrix(points: readonly Point[]): { kernel: Float64Array; scale: number } {
  const size = points.length
  const kernel = new Float64Array(size * size)
  const distances = new Float64Array((size * (size - 1)) / 2)
  let filled = 0
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const squared = squaredDistance(points[i] ?? [], points[j] ?? [])
      kernel[i * size + j] = squared
      distances[filled++] = squared
    }
  }
  distances.sort()
  const scale = ((distances[(filled - 1) >>> 1] ?? 0) + (distances[filled >>> 1] ?? 0)) / 2 || 1
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const value = Math.exp(-(kernel[i * size + j] ?? 0) / scale)
      kernel[i * size + j] = value
      kernel[j * size + i] = value
    }
  }
  return { kernel, scale }
}

function squaredDistance(a: Point, b: Point): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2
  return sum
}
