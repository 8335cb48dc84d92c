import type { Names } from './predictions/rows.ts'

/** Rows that belong to one query or item, each group's in file order, groups as they first occur. */
export function groupedRows({ codes }: Pick<Names, 'codes'>): Uint32Array[] {
  const groups = new Map<number, number[]>()
  for (const [row, code] of codes.entries()) {
    const known = groups.get(code)
    if (known) known.push(row)
    else groups.set(code, [row])
  }
  return [...groups.values()].map(rows => Uint32Array.from(rows))
}

/** The first row of every group. */
export const firstRows = (groups: readonly Uint32Array[]): Uint32Array => Uint32Array.from(groups, rows => rows[0] ?? 0)
