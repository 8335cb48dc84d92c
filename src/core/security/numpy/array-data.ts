import type { Dtype } from './dtype.ts'

/** A numpy array as the file holds it. */
export interface ArrayData {
  readonly dtype: Dtype
  readonly shape: readonly number[]
  /** Where its items are; undefined where they are no plain bytes of the file. */
  readonly data:
    | { readonly start: number; readonly end: number; readonly latin1?: true; readonly escaped?: true }
    | undefined
}
