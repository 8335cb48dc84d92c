import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'

/** Rows that may break a rule: a number of them, or a share of those it is asked of. */
export type Limit = { readonly rows: number } | { readonly share: number }

/** What a rule tolerates: beyond `warn` it warns, beyond `fail` it fails. */
export interface Tolerance {
  readonly fail: Limit
  readonly warn?: Limit
}

/** Nothing is tolerated. */
export const NONE = { rows: 0 } as const satisfies Limit

const error = "a number of rows, or a share such as '1 %'"

/** A limit as a contract writes it: `10`, `1 %`. */
export const LimitText = z.union([z.int().nonnegative(), z.string().regex(/^\s*\d+(\.\d+)?\s*%\s*$/)], { error })

/** Reads a limit. */
export function readLimit(text: number | string): Limit {
  return typeof text === 'number' ? { rows: text } : { share: Number(text.replace('%', '')) / 100 }
}

/** Whether more than the limit is broken; exact at the limit, where the product of a share may round either way. */
export function exceeds(limit: Limit, broken: number, n: number): boolean {
  return 'rows' in limit ? broken > limit.rows : broken > limit.share * n * (1 + 1e-12)
}

/** The limit for a sentence: `10 rows`, `1 %`. */
export const limitWords = (limit: Limit): string =>
  'rows' in limit
    ? `${grouped(limit.rows)} row${limit.rows === 1 ? '' : 's'}`
    : `${Number((100 * limit.share).toPrecision(12))} %`
