import { quantileOf } from '../../stats/samples/quantile-of.ts'
import type { ModelResult } from '../result.ts'

const BINS = 21

/** How the errors are spread: quantiles, and how many lie in each of 21 equal bins from the 1 % to the 99 % quantile, the ends taking what lies beyond. */
export function residualFigures(errors: Float64Array): Pick<ModelResult, 'residuals'> {
  const sorted = errors.toSorted()
  const quantile = (p: number) => quantileOf(sorted, p)
  const [from, to] = [quantile(0.01), quantile(0.99)]
  const bins = new Array<number>(to > from ? BINS : 1).fill(0)
  for (const error of errors) {
    const bin = Math.min(bins.length - 1, Math.max(0, Math.floor(((error - from) / (to - from || 1)) * bins.length)))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return {
    residuals: {
      quantiles: [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map(p => ({ p, value: quantile(p) })),
      histogram: { from, to, rows: bins },
    },
  }
}
