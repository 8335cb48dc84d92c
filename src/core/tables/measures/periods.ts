import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** Periods that are kept. */
export const MAX_PERIODS = 100_000
const DAY = 86_400_000

/** Number of the period in which a time lies, in UTC, counted from 1970. Weeks begin on Monday. */
export const PERIODS = {
  minute: (time: number) => Math.floor(time / 60_000),
  hour: (time: number) => Math.floor(time / 3_600_000),
  day: (time: number) => Math.floor(time / DAY),
  week: (time: number) => Math.floor((time / DAY + 3) / 7),
  month: (time: number) => monthOf(new Date(time)),
  year: (time: number) => new Date(time).getUTCFullYear() - 1970,
} as const
/** Name of a kind of period. */
export type PeriodName = keyof typeof PERIODS

const monthOf = (date: Date): number => (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()

/** The periods in which a column has a time; undefined where there are more than `MAX_PERIODS`. */
export interface Periods {
  n: number
  seen: Set<number> | undefined
}

/** Keeps the periods in which a column's times lie. */
export const periods = (column: Column, period: PeriodName): Measure<Periods> => ({
  key: `periods ${period} ${JSON.stringify(column.name)}`,
  asks: { is: 'periods', column, period },
  init: () => ({ n: 0, seen: new Set() }),
  add(state, batch) {
    const { index, reader } = column
    if (!reader) return
    const number = PERIODS[period]
    const values = batch.cells(index).values(reader)
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN
      if (Number.isNaN(value)) continue
      state.n += 1
      addPeriod(state, number(value))
    }
  },
  merge(state, other) {
    state.n += other.n
    if (!other.seen) state.seen = undefined
    for (const number of other.seen ?? []) addPeriod(state, number)
  },
})

function addPeriod(state: Periods, number: number): void {
  state.seen?.add(number)
  if (state.seen && state.seen.size > MAX_PERIODS) state.seen = undefined
}
