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

const CELLS = 28

/**
 * Two lines for each: its name, then its numbers and their drawing. A telephone shows some 36 characters of a block of code before one has to
 * push it aside: the numbers are among them.
 */
export function stripLines(rows: readonly StripRow[]): string[] {
  const told = rows.map(row => ({ ...row, numbers: `${formatNumber(row.value)} ${formatInterval(row.interval)}` }))
  const width = Math.max(...told.map(({ numbers }) => numbers.length))
  return told.flatMap(({ sign, name, more, numbers, scale, ...row }) => [
    `${sign} ${name}${more === undefined ? '' : `, ${more}`}`,
    `   ${numbers.padEnd(width)}  ${intervalStrip(row, scale, CELLS)}`.trimEnd(),
  ])
}
