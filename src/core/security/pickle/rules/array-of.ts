import type { ArrayData } from '../../numpy/array-data.ts'
import type { Value } from '../value.ts'

/** The array that a value is; undefined where it is none, or is not filled yet. */
export const arrayOf = (value: Value | undefined): ArrayData | undefined =>
  value?.kind === 'instance' ? value.array : undefined
