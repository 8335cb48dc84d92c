import type { SqlDialect } from './dialect.ts'
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
  const fenced = fences(dialect, layers, [...items, also])
  const select = (columns: readonly string[], source: string, i: number) =>
    `SELECT ${[...columns, ...(fenced[i] ? [`${dialect.fence?.column} AS fence`] : [])].join(', ')} FROM ${source}`
  let query = select(first.length > 0 ? named(first) : ['1 AS one'], from, 0)
  let known = first.map(({ name }) => name)
  const words = others.map(layer => wordsIn(layer.map(({ expression }) => expression)))
  const last = wordsIn([...items, also])
  for (const [i, layer] of others.entries()) {
    const kept = known.filter(name => last.has(name) || words.slice(i + 1).some(later => later.has(name)))
    query = select([...kept, ...named(layer)], `(${query}) t${i}`, i + 1)
    known = [...kept, ...layer.map(({ name }) => name)]
  }
  if (items.length === 0) return query
  return `SELECT ${items.map(item => fill(dialect.text, item)).join(', ')} FROM (${query}) t`
}

/** Steps that are rather taken again than kept from taking again. */
const CHEAP = 8

/**
 * Of each layer, whether it has a fence, for an engine that would make its columns anew wherever they are named: where that costs more than
 * a few steps besides. What has none is made of what it is made of in turn.
 */
function fences({ fence }: SqlDialect, layers: readonly (readonly Layer[])[], last: readonly string[]): boolean[] {
  if (!fence || fence.holds !== undefined) return layers.map(() => false)
  /** Steps that a column costs wherever it is named. */
  const costs = new Map<string, number>()
  return layers.map((layer, i) => {
    for (const { name, expression } of layer)
      costs.set(
        name,
        stepsIn(expression) +
          namesIn(expression.replaceAll(QUOTED, '')).reduce(
            (sum, each) => sum + (each === name ? 0 : (costs.get(each) ?? 0)),
            0,
          ),
      )
    const later = [...layers.slice(i + 1).flatMap(each => each.map(({ expression }) => expression)), ...last]
    const uses = new Map<string, number>()
    for (const name of later.flatMap(namesIn)) uses.set(name, (uses.get(name) ?? 0) + 1)
    const isKept = [...costs].some(([name, cost]) => cost * ((uses.get(name) ?? 0) - 1) > CHEAP)
    if (isKept) costs.clear()
    return isKept
  })
}

/** Names of the table's own columns, which may be like ours. */
const QUOTED = /"(?:[^"]|"")*"/g

const namesIn = (expression: string): string[] => expression.match(/\w+/g) ?? []

/** Operators, functions and cases, but for constants. */
const stepsIn = (expression: string): number =>
  expression.replaceAll(/CAST\('[^']*' AS [\w ]+\)/g, '').match(/[-+*/&#|<>=]+|\w+\(|\bCASE\b/g)?.length ?? 0

const wordsIn = (expressions: readonly string[]): Set<string> => new Set(expressions.flatMap(namesIn))

/** Layers side by side, for columns that know nothing of one another. */
export function sideBySide(all: readonly (readonly (readonly Layer[])[])[]): Layer[][] {
  const depth = all.reduce((most, { length }) => Math.max(most, length), 0)
  return Array.from({ length: depth }, (_, i) => all.flatMap(layers => layers[i] ?? []))
}
