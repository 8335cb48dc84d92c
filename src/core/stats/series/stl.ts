import { bisquareWeights } from './bisquare-weights.ts'
import { loess } from './loess.ts'
import { loessAt } from './loess-at.ts'

export interface StlOptions {
  /** Values in one season. */
  readonly period: number
  /** Odd windows of the three smoothers, in values; the last two follow from the period unless given. */
  readonly seasonal?: number
  readonly trend?: number
  readonly lowPass?: number
  /** Whether outliers lose their weight. */
  readonly robust?: boolean
  /** Fits are made at every so many places, with lines between. */
  readonly jump?: number
}

export interface Decomposition {
  readonly seasonal: Float64Array
  readonly trend: Float64Array
  readonly residual: Float64Array
}

const odd = (n: number) => (n % 2 === 0 ? n + 1 : n)

/**
 * A series taken apart into season, trend and the rest, by loess.
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning, STL: a seasonal-trend decomposition procedure based on loess (1990); windows,
 * degrees and rounds as in statsmodels: 2 inner and 15 outer rounds where robust, else 5 and none.
 */
export function stl(y: readonly number[], options: StlOptions): Decomposition {
  const { period, seasonal = 7, robust = false, jump = 1 } = options
  const trendWindow = options.trend ?? odd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal)))
  const lowPass = options.lowPass ?? odd(period + 1)
  const n = y.length
  const season = new Float64Array(n)
  let trend: Float64Array = new Float64Array(n)
  let weights: Float64Array | undefined
  for (let outer = 0; ; outer++) {
    for (let inner = 0; inner < (robust ? 2 : 5); inner++) {
      const detrended = Float64Array.from(y, (value, i) => value - (trend[i] ?? 0))
      const cycles = smoothedCycles(detrended, period, seasonal, jump, weights)
      const passed = movingMean(movingMean(movingMean(cycles, period), period), 3)
      const low = loess({ y: passed, n, window: lowPass, degree: 1 }, jump)
      for (let i = 0; i < n; i++) season[i] = (cycles[period + i] ?? 0) - (low[i] ?? 0)
      const deseasoned = Float64Array.from(y, (value, i) => value - (season[i] ?? 0))
      trend = loess({ y: deseasoned, n, window: trendWindow, degree: 1, weights }, jump)
    }
    if (outer === (robust ? 15 : 0)) break
    weights = bisquareWeights(y, i => (trend[i] ?? 0) + (season[i] ?? 0))
  }
  const residual = Float64Array.from(y, (value, i) => value - (season[i] ?? 0) - (trend[i] ?? 0))
  return { seasonal: season, trend, residual }
}

/** Each place of the season smoothed over the seasons, and one season more at either end. */
function smoothedCycles(
  y: Float64Array,
  period: number,
  window: number,
  jump: number,
  weights: Float64Array | undefined,
): Float64Array {
  const out = new Float64Array(y.length + 2 * period)
  for (let phase = 0; phase < period; phase++) {
    const own = y.filter((_, i) => i % period === phase)
    const data = {
      y: own,
      n: own.length,
      window,
      degree: 1 as const,
      weights: weights?.filter((_, i) => i % period === phase),
    }
    const smooth = loess(data, jump)
    const k = own.length
    const before = loessAt(data, 0, 1, Math.min(window, k)) ?? smooth[0] ?? 0
    const after = loessAt(data, k + 1, Math.max(1, k - window + 1), k) ?? smooth[k - 1] ?? 0
    for (const [m, value] of [before, ...smooth, after].entries()) out[m * period + phase] = value
  }
  return out
}

/** Means of each `length` neighbours. */
function movingMean(y: Float64Array, length: number): Float64Array {
  const out = new Float64Array(y.length - length + 1)
  let sum = 0
  for (let i = 0; i < length; i++) sum += y[i] ?? 0
  out[0] = sum / length
  for (let i = 1; i < out.length; i++) {
    sum += (y[i + length - 1] ?? 0) - (y[i - 1] ?? 0)
    out[i] = sum / length
  }
  return out
}
