import type { Check, Location } from '../core/evidence.ts'

/** Rows at fault besides those that a check points at: it keeps the first few of them. */
export function rowsBeyond({ measured, status }: Check, told: readonly Location[]): number {
  const { share, n, unit } = measured ?? {}
  const isOfRows = unit === 'rows' || unit === 'percent'
  const rows = told.filter(({ line, note }) => line !== undefined && note === undefined).length
  if (status === 'pass' || share === undefined || n === undefined || !isOfRows || rows === 0) return 0
  return Math.max(0, Math.round(share * n) - rows)
}
