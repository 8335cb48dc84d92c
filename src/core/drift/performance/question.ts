import type { Harmless } from './chance-beyond.ts'
import type { Change } from './change.ts'

/** What is asked of a number of both files. */
export interface Question {
  readonly id: string
  readonly title: string
  /** The title inside a sentence. */
  readonly called: string
  readonly worse: 'lower' | 'higher' | 'either'
  /** Column and value of a slice; all rows without it. */
  readonly of?: { readonly by: string; readonly slice: string }
  readonly rows: { readonly reference: number; readonly current: number }
  /** Undefined where there is nothing to compute it from: `gap` says what. */
  readonly change?: Change | undefined
  readonly gap?: string
  /** Largest harmless change; without it the number is only reported. */
  readonly limit?: number
  /** The setting of the limit. */
  readonly setting: string
}

/** Changes that do no harm. */
export function harmlessOf({ worse, limit = Number.POSITIVE_INFINITY }: Question): Harmless {
  return [worse === 'higher' ? Number.NEGATIVE_INFINITY : -limit, worse === 'lower' ? Number.POSITIVE_INFINITY : limit]
}
