import type { Column } from './column.ts'

/** Rows of one category on both sides. */
export interface CategoryPair {
  /** Undefined for the categories that were beyond counting, taken together. */
  readonly name: string | undefined
  readonly reference: number
  readonly current: number
}

/** Every category of either side, those of the reference first. */
export function categoryPairs({ reference, current }: Column): CategoryPair[] {
  const names = new Set([...reference.categories.keys(), ...current.categories.keys()])
  const pairs: CategoryPair[] = [...names].map(name => ({
    name,
    reference: reference.categories.get(name)?.count ?? 0,
    current: current.categories.get(name)?.count ?? 0,
  }))
  if (reference.others + current.others === 0) return pairs
  return [...pairs, { name: undefined, reference: reference.others, current: current.others }]
}
