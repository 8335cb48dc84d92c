/** A value somebody wrote, and where each part of it stands. */
export interface Document {
  /** How messages name it: a file's path, or `the inputs`. */
  readonly name: string
  readonly value: unknown
  /** Where the value at this path stands, for a message: `proofmark.yml:14`, `input threshold`. */
  place(path: readonly PropertyKey[]): Place
}

export interface Place {
  readonly text: string
  readonly file?: string
  readonly line?: number
}
