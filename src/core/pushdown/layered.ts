import { fill } from './sql.ts'
import type { TableThere } from './table-there.ts'

/** A column of a layer of a query. */
export interface Layer {
  readonly name: string
  readonly expression: string
}

/**
 * A query whose columns are made in layers, each of what those before have made. Columns that no later layer, no item and nothing that is
 * said of them `also` needs are not handed on. Without items it is the last layer.
 */
export function layered(
  { from, dialect }: Pick<TableThere, 'from' | 'dialect'>,
  layers: readonly (readonly Layer[])[],
  items: readonly string[],
  also = '',
): string {
  const [first = [], ...others] = layers
  const named = (all: readonly Layer[]) => all.map(({ name, expression }) => `${expression} AS ${name}`)
  let query = `SELECT ${named(first).join(', ') || '1 AS one'} FROM ${from}`
  let known = first.map(({ name }) => name)
  const words = others.map(layer => wordsIn(layer.map(({ expression }) => expression)))
  const last = wordsIn([...items, also])
  for (const [i, layer] of others.entries()) {
    const kept = known.filter(name => last.has(name) || words.slice(i + 1).some(later => later.has(name)))
    query = `SELECT ${[...kept, ...named(layer)].join(', ')} FROM (${query}${fenceOf(i)}) t${i}`
    known = [...kept, ...layer.map(({ name }) => name)]
  }
  if (items.length === 0) return query
  return `SELECT ${items.map(item => fill(dialect.text, item)).join(', ')} FROM (${query}${fenceOf(layers.length - 1)}) t`

  /** Where what a layer makes is named more than once by those that follow, and costs something to make. */
  function fenceOf(i: number): string {
    if (!dialect.fence) return ''
    const later = [...layers.slice(i + 1).flatMap(layer => layer.map(({ expression }) => expression)), ...items, also]
    const words = later.flatMap(expression => expression.match(/\w+/g) ?? [])
    const isCostly = ({ name, expression }: Layer) =>
      !/^"?\w+"?$/.test(expression) && words.filter(word => word === name).length > 1
    return (layers[i] ?? []).some(isCostly) ? dialect.fence : ''
  }
}

const wordsIn = (expressions: readonly string[]): Set<string> =>
  new Set(expressions.flatMap(expression => expression.match(/\w+/g) ?? []))

/** Layers side by side, for columns that know nothing of one another. */
export function sideBySide(all: readonly (readonly (readonly Layer[])[])[]): Layer[][] {
  const depth = all.reduce((most, { length }) => Math.max(most, length), 0)
  return Array.from({ length: depth }, (_, i) => all.flatMap(layers => layers[i] ?? []))
}
