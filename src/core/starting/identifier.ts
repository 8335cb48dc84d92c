import type { ColumnProfile } from './column-profile.ts'
import { nameWords } from './name-words.ts'
import type { TableProfile } from './table-profile.ts'

const NAMED = ['id', 'uuid', 'guid', 'identifier', 'key', 'pk']
const NAMED_LAST = ['index', 'idx', 'row', 'nr', 'number', 'num', 'code', 'ref']
/** Fewer rows may all differ by chance. */
const ENOUGH_ROWS = 100

/** A whole number or a text in every row, no two alike: columns that can identify a row, the likeliest first. */
export const identifiers = ({ columns }: TableProfile): ColumnProfile[] =>
  columns
    .filter(({ nulls, unique, kind }) => nulls === 0 && unique && (kind === 'integer' || kind === 'text'))
    .toSorted((a, b) => rank(a) - rank(b))

/** The column that identifies a row, as far as its name or its place says so too. */
export function keyColumn(table: TableProfile): ColumnProfile | undefined {
  const [best] = identifiers(table)
  if (!best) return undefined
  const first = best === table.columns[0] && table.rows >= ENOUGH_ROWS
  return Number.isFinite(rank(best)) || first ? best : undefined
}

function rank({ name }: ColumnProfile): number {
  const words = nameWords(name)
  if (words.some(word => NAMED.includes(word))) return 0
  return NAMED_LAST.includes(words.at(-1) ?? '') ? 1 : Number.POSITIVE_INFINITY
}
