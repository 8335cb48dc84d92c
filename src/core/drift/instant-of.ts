import { millisecondsOf } from './milliseconds-of.ts'

/** Seconds since 1970 of a date or a time stamp as ISO 8601 writes them, without an offset taken as UTC; NaN for anything else. */
export const instantOf = (cell: string): number => millisecondsOf(cell) / 1000
