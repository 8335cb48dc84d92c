import type { Value } from '../value.ts'

/** The integers of a tuple, or of one integer; undefined for anything else. */
export function intsOf(value: Value | undefined): number[] | undefined {
  if (value?.kind === 'int') return value.value === undefined ? undefined : [value.value]
  if (value?.kind !== 'tuple') return undefined
  const ints: number[] = []
  for (const item of value.items) {
    if (item.kind !== 'int' || item.value === undefined || item.value < 0) return undefined
    ints.push(item.value)
  }
  return ints
}
