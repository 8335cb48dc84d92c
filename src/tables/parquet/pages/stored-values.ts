/** Numbers as Parquet stores them; booleans are 0 and 1. */
export type StoredNumbers =
  | Uint8Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array

/** Values as a page or a dictionary stores them, of which none is null. */
export type StoredValues =
  | { readonly is: 'numbers'; readonly length: number; readonly numbers: StoredNumbers }
  /** Texts and other bytes: the bounds of each. */
  | {
      readonly is: 'bytes'
      readonly length: number
      readonly bytes: Uint8Array
      readonly starts: Int32Array
      readonly ends: Int32Array
    }
