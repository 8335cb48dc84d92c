import type { Cells, ColumnCells } from './column-cells.ts'
import { type ColumnKind, kindOf } from './column-kind.ts'
import { isCategorical } from './is-categorical.ts'
import { truthValue } from './truth-value.ts'

/** Cells of which a report may tell where the first stands. */
export interface LinesToTell {
  readonly reference: Cells[]
  readonly current: Cells[]
}

/** Of a column: what is no number among numbers, and the first category that the reference never had. */
export function linesToTell(reference: ColumnCells, current: ColumnCells): LinesToTell {
  const kind = kindOf(reference)
  if (isCategorical(kind)) return { reference: [], current: firstUnseen(reference, current, kind) }
  if (kind !== 'numeric' && kind !== 'mixed') return { reference: [], current: [] }
  return { reference: odd(reference), current: odd(current) }
}

const odd = ({ text, nonFinite }: ColumnCells): Cells[] => [text, nonFinite].filter(({ count }) => count > 0)

function firstUnseen(reference: ColumnCells, { categories, firstUncounted }: ColumnCells, kind: ColumnKind): Cells[] {
  const canonical = (name: string) => (kind === 'boolean' ? (truthValue(name) ?? name) : name)
  const known = new Set(reference.categories.keys().map(canonical))
  const unseen = [...categories].flatMap(([name, cells]) => (known.has(canonical(name)) ? [] : [cells]))
  const all = [...unseen, ...(firstUncounted ? [firstUncounted] : [])]
  return all.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).slice(0, 1)
}
