import type { EqualityTest } from './forms/equality-test.ts'

/** A number with its uncertainty. */
export interface Estimate {
  /** Null where it is undefined on these rows. */
  readonly value: number | null
  /** Rows it rests on. */
  readonly n: number
  /** Two-sided, at the level asked for. */
  readonly interval?: readonly [lower: number, upper: number]
  /** How the interval was made, conditioning included. */
  readonly method?: string
  readonly standardError?: number
  /** Of a difference: how surprising it is if there is none. */
  readonly equality?: EqualityTest
  /** Why there is no value or no interval, as a clause: `no row was predicted positive`. */
  readonly gap?: string
  /** Nobody asked for it: a setting that it needs is not given. */
  readonly unasked?: true
}
