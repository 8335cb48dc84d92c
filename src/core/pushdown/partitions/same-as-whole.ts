import type { DistinctCount } from '../../tables/measures/distinct-count.ts'
import type { Failures } from '../../tables/measures/failures.ts'
import { isColumnState } from '../drift-state.ts'
import { failuresIn } from '../failing-groups.ts'

/** Values of failing cells that a state keeps at most: of a full list nobody knows how many there were. */
const MAX_VALUES = 100

/**
 * Whether what was merged of the states of partitions is what the whole table would have given. Where partitions have kept less than is
 * needed to tell, the whole is asked: different values that were counted and not kept, values at fault that were too many to be told
 * of, texts that were dropped.
 */
export function sameAsWhole(merged: unknown, parts: readonly unknown[]): boolean {
  if (isDistinct(merged))
    return merged.exact !== undefined && parts.every(part => !isDistinct(part) || part.counted === undefined)
  if (isColumnState(merged)) return merged.texts.dropped.count === 0
  const told = parts.flatMap(part => failuresIn(part).map(([, failures]) => failures))
  const hasValues = told.some(({ values }) => values.size > 0)
  return !hasValues || (told.every(tellsAll) && failuresIn(merged).every(([, { values }]) => values.size < MAX_VALUES))
}

function tellsAll({ count, values }: Failures): boolean {
  let sum = 0
  for (const each of values.values()) sum += each
  return sum === count
}

const isDistinct = (state: unknown): state is DistinctCount =>
  typeof state === 'object' && state !== null && 'registers' in state && 'exact' in state
