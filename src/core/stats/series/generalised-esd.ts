import { studentT } from '../distributions/student-t.ts'

export interface EsdStep {
  /** Place of the value furthest from the mean of those left. */
  readonly index: number
  /** R: its distance in standard deviations. */
  readonly statistic: number
  /** λ: the critical value. */
  readonly critical: number
}

export interface EsdResult {
  readonly steps: readonly EsdStep[]
  /** Places of the outliers: those of every step up to the last one whose R exceeds its λ. */
  readonly outliers: readonly number[]
}

/** The generalised extreme Studentised deviate test for up to `most` outliers among normal values (Rosner 1983). */
export function generalisedEsd(values: readonly number[], most: number, alpha: number): EsdResult {
  const left = values.map((value, index) => ({ value, index }))
  const n = values.length
  const steps: EsdStep[] = []
  for (let i = 1; i <= Math.min(most, n - 2); i++) {
    const mean = left.reduce((sum, { value }) => sum + value, 0) / left.length
    const sd = Math.sqrt(left.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (left.length - 1))
    if (!(sd > 0)) break
    const at = left.reduce(
      (best, { value }, j) => (Math.abs(value - mean) > Math.abs((left[best]?.value ?? mean) - mean) ? j : best),
      0,
    )
    const furthest = left[at]
    if (!furthest) break
    const df = n - i - 1
    const t = studentT(df).isf(alpha / (2 * (n - i + 1)))
    steps.push({
      index: furthest.index,
      statistic: Math.abs(furthest.value - mean) / sd,
      critical: ((n - i) * t) / Math.sqrt((df + t * t) * (n - i + 1)),
    })
    left.splice(at, 1)
  }
  const last = steps.findLastIndex(({ statistic, critical }) => statistic > critical)
  return { steps, outliers: steps.slice(0, last + 1).map(({ index }) => index) }
}
