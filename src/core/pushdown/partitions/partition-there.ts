import { quoted, textLiteral } from '../sql.ts'
import { allOf, keyOf, type TableThere } from '../table-there.ts'
import { partitionColumn } from './list-partitions.ts'
import type { Partition } from './partition.ts'

/** One partition, as if it were a table. Whether the whole has changed meanwhile is looked at when all is done. */
export function partitionThere(there: TableThere, { value }: Pick<Partition, 'value'>): TableThere {
  const { dialect, from } = there
  const { name, kind } = partitionColumn(there)
  const column = quoted(dialect, name)
  const literal = textLiteral(dialect, value ?? '')
  const sql = {
    integer: `${column} = ${value}`,
    boolean: `${column} = ${value}`,
    date: `${column} = CAST(${literal} AS DATE)`,
    text: `${column} = ${literal}`,
  }
  if (value !== null && kind === 'integer' && !/^-?\d+$/.test(value)) throw new Error('A whole number is none')
  if (value !== null && kind === 'boolean' && !/^(true|false)$/i.test(value)) throw new Error('A truth is none')
  const where =
    value === null
      ? `${column} IS NULL`
      : kind === 'integer' || kind === 'boolean' || kind === 'date'
        ? sql[kind]
        : sql.text
  const key = keyOf(there)
  return {
    ...there,
    from: `(SELECT ${allOf(there)}${key ? `, ${key} AS place_of_row` : ''} FROM ${from} WHERE ${where}) p`,
    isPinned: true,
    isPlain: false,
    fileColumns: undefined,
    keepsLots: true,
    ...(key ? { place: 'place_of_row' } : {}),
  }
}
