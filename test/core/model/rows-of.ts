import { attributeRole } from '../../../src/core/model/predictions/attribute-role.ts'
import { collectNames } from '../../../src/core/model/predictions/names.ts'
import type { Rows } from '../../../src/core/model/predictions/rows.ts'

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
  const names = (cells: readonly string[]) => {
    const { codeOf, names } = collectNames(Number.POSITIVE_INFINITY)
    return { codes: Uint32Array.from(cells, codeOf), names }
  }
  const columns = Object.keys(all[0]?.attributes ?? {})
  return {
    n: all.length,
    columns: new Map<string, ReturnType<typeof names> | { numbers: Float64Array }>([
      ['label', names(all.map(({ label }) => label))],
      ['score', { numbers: Float64Array.from(all, ({ score }) => score) }],
      ...columns.map(
        column => [attributeRole(column), names(all.map(({ attributes }) => attributes[column] ?? ''))] as const,
      ),
    ]),
  }
}
