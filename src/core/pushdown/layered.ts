import type { Layer } from './exact-sums.ts'
import { fill } from './sql.ts'
import type { TableThere } from './table-there.ts'

/** A query whose columns are made in layers, each of what the one before has made. Columns that are still needed are handed on. */
export function layered(
  { from, dialect }: Pick<TableThere, 'from' | 'dialect'>,
  first: readonly Layer[],
  layers: readonly (readonly Layer[])[],
  items: readonly string[],
): string {
  const named = (all: readonly Layer[]) => all.map(({ name, expression }) => `${expression} AS ${name}`)
  let query = `SELECT ${named(first).join(', ')} FROM ${from}`
  let known = first.map(({ name }) => name)
  for (const [i, layer] of layers.entries()) {
    query = `SELECT ${[...known, ...named(layer)].join(', ')} FROM (${query}) t${i}`
    known = [...known, ...layer.map(({ name }) => name)]
  }
  return `SELECT ${items.map(item => fill(dialect.text, item)).join(', ')} FROM (${query}) t`
}
