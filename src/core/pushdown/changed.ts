import { UserError } from '../user-error.ts'
import type { TableThere } from './table-there.ts'

/** The table is not what it was. */
export const changed = ({ table }: Pick<TableThere, 'table'>, before: number, after: number): UserError =>
  new UserError(
    'engine.changed',
    `Expected ${table.table} to stay as it is while it is measured but found ${before} rows first and ${after} later`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  )
