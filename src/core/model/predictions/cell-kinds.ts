import { finiteNumber } from './finite-number.ts'

/** What cells may hold: numbers, or names that rows are told apart by. */
export type CellKind = 'number' | 'probability' | 'weight' | 'class' | 'key'

/** How cells of numbers are read: the number, or what is wrong with the cell. */
export const NUMBER_KINDS: Partial<Record<CellKind, (cell: string) => number | string>> = {
  number: finiteNumber,
  probability: cell => within(finiteNumber(cell), number => number >= 0 && number <= 1, 'outside 0 to 1'),
  weight: cell => within(finiteNumber(cell), number => number > 0, 'not above 0'),
}

const within = (number: number | string, holds: (number: number) => boolean, otherwise: string) =>
  typeof number === 'string' || holds(number) ? number : otherwise
