import { attributeRole } from '../../../src/core/model/predictions/attribute-role.ts'
import type { Rows } from '../../../src/core/model/predictions/rows.ts'
import { namesOf } from './names-of.ts'

/** So many rows that are alike. */
export interface Alike {
  readonly rows: number
  readonly label: string
  readonly score: number
  /** By column. */
  readonly attributes: Readonly<Record<string, string>>
}

/** Rows of a binary task, class '1' positive. */
export function rowsOf(parts: readonly Alike[]): Rows {
  const all = parts.flatMap(part => Array.from({ length: part.rows }, () => part))
  const columns = Object.keys(all[0]?.attributes ?? {})
  return {
    n: all.length,
    columns: new Map<string, ReturnType<typeof namesOf> | { numbers: Float64Array }>([
      ['label', namesOf(all.map(({ label }) => label))],
      ['score', { numbers: Float64Array.from(all, ({ score }) => score) }],
      ...columns.map(
        column => [attributeRole(column), namesOf(all.map(({ attributes }) => attributes[column] ?? ''))] as const,
      ),
    ]),
  }
}
