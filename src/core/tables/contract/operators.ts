import type { Required } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'

/** What a rule can demand of its number. */
export interface Operator {
  readonly comparator: Required['comparator']
  /** What it demands, as the end of a sentence: `at most 5`. */
  readonly words: (limit: Limit) => string
  readonly holds: (value: number, limit: Limit) => boolean
}

/** One number, or the two ends of a range. */
export type Limit = number | readonly [number, number]

/** The operators of the standard's library. `mustBeBetween` leaves both ends out: the text makes it equal to `mustBeGreaterThan` with `mustBeLessThan`. */
export const OPERATORS = {
  mustBe: single('=', 'exactly', (value, limit) => value === limit),
  mustNotBe: single('!=', 'anything but', (value, limit) => value !== limit),
  mustBeGreaterThan: single('>', 'more than', (value, limit) => value > limit),
  mustBeGreaterOrEqualTo: single('>=', 'at least', (value, limit) => value >= limit),
  mustBeLessThan: single('<', 'less than', (value, limit) => value < limit),
  mustBeLessOrEqualTo: single('<=', 'at most', (value, limit) => value <= limit),
  mustBeBetween: range('between', 'between', (value, low, high) => value > low && value < high),
  mustNotBeBetween: range('not in', 'not between', (value, low, high) => value <= low || value >= high),
} as const satisfies Record<string, Operator>

/** Name of an operator, as the contract has it. */
export type OperatorName = keyof typeof OPERATORS

function single(
  comparator: Operator['comparator'],
  words: string,
  holds: (value: number, limit: number) => boolean,
): Operator {
  return {
    comparator,
    words: limit => (typeof limit === 'number' ? `${words} ${written(limit)}` : ''),
    holds: (value, limit) => typeof limit === 'number' && holds(value, limit),
  }
}

function range(
  comparator: Operator['comparator'],
  words: string,
  holds: (value: number, low: number, high: number) => boolean,
): Operator {
  return {
    comparator,
    words: limit =>
      typeof limit === 'number' ? '' : `${words} ${written(limit[0])} and ${written(limit[1])}, both excluded`,
    holds: (value, limit) => typeof limit !== 'number' && holds(value, limit[0], limit[1]),
  }
}

/** A number of rows, or a percentage. */
const written = (limit: number): string => (Number.isInteger(limit) ? grouped(limit) : String(limit))
