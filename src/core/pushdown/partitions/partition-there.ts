import { quoted } from '../sql.ts'
import { allOf, keyOf, type TableThere } from '../table-there.ts'
import type { Partition } from './partition.ts'
import { partitionColumn } from './partition-column.ts'

/** One partition, as if it were a table. Whether the whole has changed meanwhile is looked at when all is done. */
export function partitionThere(there: TableThere, { value }: Pick<Partition, 'value'>): TableThere {
  const { from, dialect, table } = there
  const column = partitionColumn(there)
  const where = value === null ? `${quoted(dialect, column.name)} IS NULL` : column.where(value)
  if (where === undefined) throw new Error(`${column.name} of ${table.table} holds what is no value of its type`)
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
