import type { Prepared } from './prepared.ts'

/** Which way is harmful. */
export const goesWrong = ({ direction }: Prepared, change: number): boolean =>
  direction === 'both' ? change !== 0 : direction === 'up' ? change > 0 : change < 0

/** Whether a value lies far enough from what was expected to matter, whatever its chance. */
export function matters(series: Prepared, value: number, expected: number): boolean {
  const change = value - expected
  return (
    goesWrong(series, change) &&
    Math.abs(change) >= series.minChange * Math.abs(expected) &&
    Math.abs(change) >= series.settings['min-absolute-change']
  )
}

/** Sides on which an alarm can be raised. */
export const sides = ({ direction }: Prepared): number => (direction === 'both' ? 2 : 1)
