import type { Location } from '../evidence.ts'

/** Names of the two tables' files. */
export interface Files {
  readonly reference: string
  readonly current: string
}

/** A place in a table: a column, and a line where there is one to look at. */
export const at = (file: string, column: string, line?: number): Location => ({
  file,
  column: column.slice(0, 1024),
  ...(line === undefined ? {} : { line }),
})
