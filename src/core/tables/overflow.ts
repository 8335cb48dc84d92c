/** Room outside of memory for what grows with the rows of a table: files that its reader keeps for the time of the run. */
export interface Overflow {
  /** Puts pieces one after another. */
  put(pieces: readonly Uint32Array[]): Stored
}

/** Where words were put. Means something on the machine of the run only. */
export interface Stored {
  readonly file: string
  readonly at: number
  readonly words: number
}

/** Reads words again, to the beginning of `into`. */
export type ReadStored = (stored: Stored, into: Uint32Array) => void
