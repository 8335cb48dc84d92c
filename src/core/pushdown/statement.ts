/** A read-only statement, and what may come of it. */
export interface Statement {
  readonly sql: string
  /** What it is asked for, as progress tells. */
  readonly purpose: string
  /** Rows that it may give; more are a mistake of ours. */
  readonly rows: number
  /** Whether it looks at a table once more, by who has not looked before: a session of an engine may remember which files there were. */
  readonly anew?: boolean
  /** Whether it counts combinations of several columns: how many there are an engine guesses, and far too high. */
  readonly ofCombinations?: boolean
}

/** Cells as text: counts, too, as no engine writes 64 bits in a way that every reader keeps. */
export type Answer = readonly (readonly (string | null)[])[]

/** A plan is pure: it says what it wants to know, is handed the answers, and asks on. */
export type Asking<Result> = Generator<Statement, Result, Answer>
