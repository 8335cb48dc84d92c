import { finiteNumber } from './finite-number.ts'
import { instant } from './instant.ts'

/** What cells may hold: numbers, or names that rows are told apart by. An answer or an attribute may be empty. */
export type CellKind =
  | 'number'
  | 'probability'
  | 'weight'
  | 'amount'
  | 'flag'
  | 'instant'
  | 'class'
  | 'key'
  | 'answer'
  | 'attribute'

/** How cells of numbers are read: the number, or what is wrong with the cell. */
export const NUMBER_KINDS: Partial<Record<CellKind, (cell: string) => number | string>> = {
  number: finiteNumber,
  probability: cell => within(finiteNumber(cell), number => number >= 0 && number <= 1, 'outside 0 to 1'),
  weight: cell => within(finiteNumber(cell), number => number > 0, 'not above 0'),
  amount: cell => within(finiteNumber(cell), number => number >= 0, 'below 0'),
  flag: cell => FLAGS[cell.trim().toLowerCase()] ?? (cell.trim() === '' ? 'empty' : 'neither'),
  instant,
}

const FLAGS: Record<string, number> = { '1': 1, '0': 0, '1.0': 1, '0.0': 0, true: 1, false: 0 }

/** Whether an empty cell is a name as any other. */
export const mayBeEmpty = (kind: CellKind): boolean => kind === 'attribute' || kind === 'answer'

const within = (number: number | string, holds: (number: number) => boolean, otherwise: string) =>
  typeof number === 'string' || holds(number) ? number : otherwise
