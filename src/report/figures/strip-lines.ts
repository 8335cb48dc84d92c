import { formatInterval, formatNumber } from '../numbers.ts'
import { intervalStrip } from './interval-strip.ts'

/** Something with an estimate, its interval and what that is held against; `scale` is where its drawing begins and ends. */
export interface StripRow {
  /** A sign, two cells wide. */
  readonly sign: string
  readonly name: string
  readonly value: number
  readonly interval: readonly [number, number]
  readonly bar: number
  readonly scale: readonly [number, number]
  /** Said beside the name. */
  readonly more?: string
}

/** A telephone shows some 36 characters of a block of code before one has to push it aside: name, drawing and estimate are among them. */
const CELLS = 23

/** Two lines for each: its name, then how it was drawn, the estimate and its interval. */
export const stripLines = (rows: readonly StripRow[]): string[] =>
  rows.flatMap(({ sign, name, more, value, interval, bar, scale }) => [
    `${sign} ${name}${more === undefined ? '' : `, ${more}`}`,
    `   ${intervalStrip({ value, interval, bar }, scale, CELLS)}  ${formatNumber(value)} ${formatInterval(interval)}`,
  ])
