import { type CellKind, cellKind, widerKind } from './cell-kind.ts'

/** What the rows that were looked at say about one column. An empty cell is a null; nothing else is. */
export interface ColumnProfile {
  readonly name: string
  readonly nulls: number
  /** Cells that are not null. */
  readonly filled: number
  /** What every filled cell is; `empty` where there is none. */
  readonly kind: CellKind | 'empty'
  /** How often each value occurs; absent where there are more than `MOST_VALUES`. */
  readonly values?: ReadonlyMap<string, number>
  /** No value occurs twice. False where that is not known. */
  readonly unique: boolean
  /** Of a column of numbers. */
  readonly least?: number
  readonly greatest?: number
}

export interface ColumnProfiler {
  add(cell: string): void
  profile(): ColumnProfile
}

/** Characters that the values kept to see repetitions may take up, over all columns of a table. */
export interface Memory {
  left: number
}

/** Different values that are counted one by one. */
export const MOST_VALUES = 50
/** An identifier is no longer than this. */
const LONGEST_ID = 200

export function columnProfiler(name: string, memory: Memory): ColumnProfiler {
  let nulls = 0
  let filled = 0
  let kind: CellKind | undefined
  let values: Map<string, number> | undefined = new Map()
  let seen: Set<string> | undefined = new Set()
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY

  return {
    add(cell) {
      if (cell === '') {
        nulls++
        return
      }
      filled++
      if (kind !== 'text') kind = kind === undefined ? cellKind(cell) : widerKind(kind, cellKind(cell))
      if (kind === 'integer' || kind === 'number') {
        const value = Number(cell)
        if (value < least) least = value
        if (value > greatest) greatest = value
      }
      count(cell)
      look(cell)
    },
    profile: () => ({
      name,
      nulls,
      filled,
      kind: kind ?? 'empty',
      ...(values && { values }),
      unique: filled > 0 && seen !== undefined,
      ...((kind === 'integer' || kind === 'number') && { least, greatest }),
    }),
  }

  function count(cell: string): void {
    if (!values) return
    values.set(cell, (values.get(cell) ?? 0) + 1)
    if (values.size > MOST_VALUES) values = undefined
  }

  /** Stops at the first repetition: then the column is no identifier, and nothing need be kept. */
  function look(cell: string): void {
    if (!seen) return
    memory.left -= cell.length
    if (cell.length > LONGEST_ID || memory.left < 0 || seen.has(cell)) seen = undefined
    else seen.add(cell)
  }
}

/** All its cells are numbers from 0 to 1. */
export const isShare = ({ least, greatest }: ColumnProfile): boolean =>
  least !== undefined && greatest !== undefined && least >= 0 && greatest <= 1
