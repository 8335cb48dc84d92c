import type { ColumnKind } from './column-kind.ts'
import { figure } from './figure.ts'

/** The furthest a calendar reaches, in seconds from 1970. */
const LAST = 8.64e12

/** A number of a column inside a sentence: of one of dates, the instant. */
export const shown = (value: number, kind: ColumnKind): string =>
  kind === 'datetime' && Math.abs(value) <= LAST ? new Date(value * 1000).toISOString().slice(0, 16) : figure(value)
