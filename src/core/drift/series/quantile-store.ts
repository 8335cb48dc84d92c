import { addToSketch, type DdSketch, ddSketch, mergeSketch, sketchedRank } from '../../stats/index.ts'

/** Values that are kept as they are; of more, a sketch within 1 %. */
const EXACT = 5_000

/** Values of which quantiles are asked: exactly while they are few. */
export interface QuantileStore {
  values: number[] | undefined
  readonly sketch: DdSketch
}

/** A store, empty. */
export const quantileStore = (): QuantileStore => ({ values: [], sketch: ddSketch() })

/** Keeps a value that is not negative. */
export function keep(store: QuantileStore, value: number): void {
  addToSketch(store.sketch, value)
  store.values?.push(value)
  if (store.values && store.values.length > EXACT) store.values = undefined
}

/** All values of several stores, exactly while they are few. */
export function pooled(stores: readonly QuantileStore[], exact = 1_000_000): QuantileStore {
  const all = quantileStore()
  const known = stores.flatMap(({ values }) => (values ? [values] : []))
  const fits = known.length === stores.length && known.reduce((sum, { length }) => sum + length, 0) <= exact
  all.values = fits ? known.flat() : undefined
  for (const { sketch } of stores) mergeSketch(all.sketch, sketch)
  return all
}

/** Values of ranks from 1, each between two bounds: equal ones where the values are known. */
export function ranked(store: QuantileStore): (rank: number) => readonly [number, number] {
  const sorted = store.values ? Float64Array.from(store.values).sort() : undefined
  return rank => {
    const exact = sorted?.[rank - 1]
    if (exact !== undefined) return [exact, exact]
    const value = sketchedRank(store.sketch, rank)
    const { accuracy } = store.sketch
    return [value / (1 + accuracy), value / (1 - accuracy)]
  }
}

/** Rank of the q-quantile of n values: the smallest value that at least that share does not exceed. */
export const rankOf = (q: number, n: number): number => Math.max(1, Math.ceil(q * n - 1e-9))
