import { counted } from '../format.ts'

/** More rows than this many times those there are is no advice. */
const MOST_TIMES = 100

/**
 * How many more labelled rows would move the threshold out of the interval, if the estimate stayed and the interval
 * narrowed with the square root of the rows.
 */
export function rowsNeeded(
  value: number,
  [lower, upper]: readonly [number, number],
  threshold: number,
  rows: number,
): string {
  const reach = value >= threshold ? value - lower : upper - value
  const more = rows * ((reach / (value - threshold)) ** 2 - 1)
  if (!(more <= MOST_TIMES * rows))
    return 'The estimate lies so close to what is required that more rows cannot be expected to settle it'
  return `About ${counted(roundUp(more), 'more labelled row')} would settle it`
}

/** Up, to two significant digits. */
function roundUp(count: number): number {
  const whole = Math.max(1, Math.ceil(count))
  const step = 10 ** Math.max(0, String(whole).length - 2)
  return Math.ceil(whole / step) * step
}
