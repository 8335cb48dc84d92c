import type { Batch } from '../tables/batch.ts'
import type { Asked } from '../tables/measures/asked.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { drawRows } from './draw-rows.ts'
import type { Asking } from './statement.ts'
import type { TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'

type OfSample = Extract<Asked, { readonly is: 'sample' | 'joint' }>

/** The columns that samples of each size want, and the rows that were drawn for all of them at once. */
export function samples(there: TableThere, rows: number, all: readonly Measure<unknown>[]) {
  const wanted = new Map<string, Set<number>>()
  const drawn = new Map<string, Batch | undefined>()
  for (const { asks } of all) {
    if (asks?.is !== 'sample' && asks?.is !== 'joint') continue
    const indices = wanted.get(nameOf(asks)) ?? new Set()
    wanted.set(nameOf(asks), indices)
    for (const { index } of asks.columns) indices.add(index)
  }
  return function* (measure: Measure<unknown>, asks: OfSample): Asking<Taken> {
    const name = nameOf(asks)
    if (!drawn.has(name)) {
      const indices = [...(wanted.get(name) ?? [])].sort((a, b) => a - b)
      const kind = asks.is === 'joint' ? 'drift' : 'row'
      drawn.set(name, yield* drawRows(there, indices, { kind, size: asks.size, among: rows }))
    }
    const batch = drawn.get(name)
    if (!batch)
      return {
        untaken: `${there.table.table} has ${rows} rows, of which ${asks.size} are drawn by lot, but no key that tells one from another`,
      }
    const state = measure.init()
    measure.add(state, batch)
    return { state: typeof state === 'object' && state !== null && 'rows' in state ? { ...state, rows } : state }
  }
}

const nameOf = ({ is, size }: OfSample): string => `${is} ${size}`
