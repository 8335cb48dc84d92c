import { UserError } from '../user-error.ts'
import type { SqlDialect, TypedColumn } from './dialect.ts'
import type { EngineTable } from './engine-table.ts'
import type { PushdownLimits } from './limits.ts'
import { fill, quoted } from './sql.ts'

/** A table on an engine, with what is needed to ask for it. */
export interface TableThere {
  readonly dialect: SqlDialect
  readonly table: EngineTable
  /** What stands after FROM. */
  readonly from: string
  readonly columns: readonly TypedColumn[]
  readonly limits: PushdownLimits
  /** Where a row stands, as SQL has it, where that is not the key's name: of some rows of a table. */
  readonly place?: string
  /** Whether all statements see the same rows: else the first pass is taken again at the end. */
  readonly isPinned: boolean
  /** Hidden columns in which a row says which file it is of. */
  readonly fileColumns?: readonly string[] | undefined
  /** By which of its schemas it is read. */
  readonly schema?: string | undefined
  /** The least and the greatest key, where the first pass has told. */
  readonly keys?: readonly [number, number] | undefined
  /** Whether samples keep the lots of their rows, so that those of other rows can be taken in. */
  readonly keepsLots?: boolean
  /** Whether it is a plain table, whose engine may know where a row stands. */
  readonly isPlain: boolean
}

/** A column by its place in the header, and its name as SQL has it. */
export function columnAt({ columns, dialect }: TableThere, index: number): { column: TypedColumn; name: string } {
  const column = columns[index]
  if (!column) throw new Error(`The table has no column ${index}`)
  const name = quoted(dialect, column.name)
  // What is shown as text, but is compared in ways of its own.
  if (column.kind === 'text')
    return { column, name: dialect.plainText.test(column.type) ? name : fill(dialect.text, name) }
  const [, read = '$'] = dialect.reads?.find(([form]) => form.test(column.type)) ?? []
  return { column, name: fill(read, name) }
}

/** The key as SQL has it; undefined where rows have no place. */
export function keyOf({ columns, dialect, table, isPlain, place }: TableThere): string | undefined {
  if (place !== undefined) return place
  if (table.key === undefined) return isPlain ? dialect.place : undefined
  const column = columns.find(({ name }) => name === table.key)
  if (column?.kind === 'integer') return quoted(dialect, column.name)
  throw new UserError(
    'engine.key',
    `Expected the key '${table.key}' to be a column of whole numbers but found ${column ? `the type ${column.type}` : 'no such column'} (${table.table})`,
    { hint: 'Name a column of whole numbers, no two alike and none missing; or leave the key out' },
  )
}

/** All columns, as a query lists them: those that may be read. */
export const allOf = ({ columns, dialect }: TableThere): string =>
  columns.some(({ denied }) => denied !== undefined)
    ? columns.flatMap(({ name, denied }) => (denied === undefined ? [quoted(dialect, name)] : [])).join(', ')
    : '*'
