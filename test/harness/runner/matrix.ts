import { isSequence } from '../actions-language.ts'
import { type Contexts, plainValue, type Token } from './expressions.ts'
import { get } from './job.ts'

/** One of the jobs that a `strategy` makes of one: what it adds to the contexts. */
export interface Combination {
  readonly matrix: Readonly<Record<string, unknown>>
  readonly strategy: Readonly<Record<string, unknown>>
}

/** Every combination of a matrix of lists, the last list turning fastest, as GitHub does; one, of nothing, without a strategy. */
export function combinations(id: string, strategy: Token | undefined): Combination[] {
  const value = strategy === undefined ? {} : plainValue(strategy, NOTHING)
  const lists = get(strategy, 'matrix')
  for (const key of Object.keys(value ?? {})) {
    if (key !== 'matrix' && key !== 'fail-fast') throw new Error(`Job '${id}': 'strategy.${key}' is not emulated`)
  }
  let all: Readonly<Record<string, unknown>>[] = [{}]
  for (const [name, values] of Object.entries(lists === undefined ? {} : (plainValue(lists, NOTHING) ?? {}))) {
    const list = get(lists, name)
    if (!Array.isArray(values) || list === undefined || !isSequence(list) || name === 'include' || name === 'exclude') {
      throw new Error(`Job '${id}': 'matrix.${name}' is not emulated`)
    }
    all = all.flatMap(before => values.map(one => ({ ...before, [name]: one })))
  }
  return all.map((matrix, index) => ({
    matrix,
    strategy: { 'fail-fast': get(strategy, 'fail-fast') === undefined, 'job-index': index, 'job-total': all.length },
  }))
}

const NOTHING: Contexts = {}
