import type { ModelResult } from '../../core/model/result.ts'
import { code } from '../markdown/escape.ts'
import { table } from '../markdown/table.ts'
import { formatNumber, formatShare } from '../numbers.ts'
import { bars } from './bars.ts'

/** Errors by quantile, and as bars from the 1 % to the 99 % quantile. */
export function residualTable(residuals: ModelResult['residuals']): string {
  if (!residuals) return ''
  const { quantiles, histogram } = residuals
  const head = quantiles.map(({ p }) =>
    p === 0 ? 'least' : p === 1 ? 'greatest' : p === 0.5 ? 'median' : formatShare(p),
  )
  const row = quantiles.map(({ value }) => formatNumber(value))
  const right = quantiles.map(() => 'right' as const)
  const picture = code(bars(histogram.rows, Math.max(...histogram.rows)), 60)
  const note = `<sub>predicted less true; bars from ${formatNumber(histogram.from)} to ${formatNumber(histogram.to)}</sub>`
  return `${table(['Errors', ...head], [[picture, ...row]], ['left', ...right])}\n\n${note}`
}
