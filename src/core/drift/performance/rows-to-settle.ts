import { counted } from '../../model/format.ts'
import type { Harmless } from './chance-beyond.ts'
import type { Change } from './change.ts'

/** What would settle an undecided change, if it stays as it is: the reach of each side shrinks with the root of its rows. */
export function rowsToSettle(change: Change, [lowest, highest]: Harmless, level: number): string {
  const { value, rows } = change
  const [lower, upper] = change.intervalAt(level)
  const open = [
    ...(lower < lowest && upper >= lowest ? [{ room: Math.abs(value - lowest), down: value >= lowest }] : []),
    ...(upper > highest && lower <= highest ? [{ room: Math.abs(highest - value), down: value > highest }] : []),
  ]
  if (open.length === 0)
    return 'The change is beyond the limit, but not surely so among all tests of the run: compare more rows'
  const needs = open.map(({ room, down }) => {
    const reach = change.reachAt?.(level)
    const side = down ? ('lower' as const) : ('upper' as const)
    const whole = down ? value - lower : upper - value
    const left = reach ? room ** 2 - reach.reference[side] ** 2 : -1
    return {
      current: reach && left > 0 ? rows.current * (reach.current[side] ** 2 / left) : Number.POSITIVE_INFINITY,
      times: (whole / room) ** 2,
    }
  })
  const current = Math.max(...needs.map(need => need.current))
  const times = Math.max(...needs.map(need => need.times))
  if (current < 1e9)
    return `About ${counted(rounded(current), 'current row')} would settle it if the change stays as it is; it rests on ${counted(rows.current, 'row')}`
  if (times < 1e4)
    return `About ${rounded(Math.max(times, 1.1))} times as many rows in each file would settle it if the change stays as it is`
  return 'The change is about as large as the limit: look at what changed, and raise the limit if that is harmless'
}

/** Up, to two digits. */
function rounded(number: number): number {
  const unit = 10 ** (Math.floor(Math.log10(number)) - 1)
  return Number((Math.ceil(number / unit) * unit).toPrecision(2))
}
