import type { BoundTable } from '../bind-table.ts'
import type { Column } from '../column.ts'
import { primaryKeyOf } from './primary-key-of.ts'

/** The columns by which a reader finds a row again: the primary key, else the first column that is unique. */
export function rowKeyOf(table: BoundTable): Column[] {
  const key = primaryKeyOf(table)
  return key.length > 0 ? key : table.columns.filter(({ property }) => property.unique).slice(0, 1)
}
