/** A change to one file that switches something off. */
export interface Edit {
  readonly file: string
  /** A text that the file has once. */
  readonly find: string
  readonly replace: string
}

/** What stops an attack, how it is switched off, and the test that must fail then. */
export interface Defence {
  /** Number of the attack in docs/threats.md. */
  readonly attack: number
  readonly what: string
  readonly edits: readonly Edit[]
  readonly test: string
  /** Part of its name, as a regular expression; ` › ` stands between a group and the test. */
  readonly name: string
}
