import type { RowIds } from './row-ids.ts'

/** Which half a row belongs to, by the hash of its id: the same in every file and order, and as good as drawn. */
export const halfOf = ({ b }: RowIds, row: number): 0 | 1 => (((b[row] ?? 0) >>> 16) & 1 ? 1 : 0)
