import { sum } from '../samples/sum.ts'

/** Autocorrelations within this many standard errors of 0 count as none. */
const STANDARD_ERRORS = 2

/**
 * The block length that makes the circular block bootstrap's variance of a mean most accurate, from the series'
 * autocovariances under a flat-top window; at least `horizon`, and 1 for a constant series.
 *
 * Source: D. N. Politis and H. White (2004), as corrected by A. Patton, Politis and White (2009); where autocorrelations
 * count as none is read as in the package arch.
 */
export function blockLength(series: Float64Array, horizon = 1): number {
  const n = series.length
  const mean = sum(series) / n
  const centred = series.map(value => value - mean)
  const covariance = (lag: number) => {
    let total = 0
    for (let t = lag; t < n; t++) total += (centred[t] ?? 0) * (centred[t - lag] ?? 0)
    return total / n
  }
  const variance = covariance(0)
  if (!(variance > 0)) return Math.min(n, horizon)
  const quiet = Math.max(5, Math.ceil(Math.log10(n)))
  const most = Math.ceil(Math.sqrt(n)) + quiet
  const limit = STANDARD_ERRORS * Math.sqrt(Math.log10(n) / n)
  const covariances = Float64Array.from({ length: Math.min(n, most + 1) }, (_, lag) => covariance(lag))
  const isQuiet = (lag: number) => Math.abs(covariances[lag] ?? 0) / variance < limit
  const window = Math.min(2 * (firstOfQuiet(isQuiet, quiet, most) ?? most), most)
  let spectrum = variance
  let slope = 0
  for (let lag = 1; lag <= window; lag++) {
    const weight = Math.min(1, 2 * (1 - lag / window)) * (covariances[lag] ?? 0)
    spectrum += 2 * weight
    slope += 2 * lag * weight
  }
  const best = ((2 * slope ** 2) / ((4 / 3) * spectrum ** 2)) ** (1 / 3) * n ** (1 / 3)
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3))
  return Math.min(n, Math.max(1, horizon, Math.min(longest, Math.ceil(Number.isFinite(best) ? best : 1))))
}

/** The first lag of the first run of `quiet` quiet ones. */
function firstOfQuiet(isQuiet: (lag: number) => boolean, quiet: number, most: number): number | undefined {
  let run = 0
  for (let lag = 1; lag <= most; lag++) {
    run = isQuiet(lag) ? run + 1 : 0
    if (run === quiet) return lag - quiet + 1
  }
  return undefined
}
