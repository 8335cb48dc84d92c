import { z } from 'zod'
import type { Row } from '../../tables/row.ts'
import type { Ciphers } from './ciphers.ts'
import type { TokenKeys } from './token-keys.ts'

/** What a method works with, for one column of one table. */
export interface TokenContext {
  readonly column: string
  /** Name of the file, for messages. */
  readonly file: string
  readonly keys: TokenKeys
  readonly ciphers: Ciphers
  /** The cell of another column; undefined where the table has none of that name. */
  cellOf(column: string): ((row: Row) => string) | undefined
}

/** A column's cells made into tokens; no cell is empty. A `UserError` names file and line, never the value. */
export interface Tokenizer {
  apply(cell: string, row: Row): string
  /** The cell again; absent where there is no way back. */
  readonly reverse?: (token: string, row: Row) => string
}

interface Definition<Options> {
  readonly id: string
  readonly title: string
  readonly options: z.ZodType<Options>
  /** Whether the right key gives the values back. */
  readonly reversible: boolean
  /** Absent where the column is left out. */
  readonly tokenizer?: (options: Options, context: TokenContext) => Tokenizer
  /** Whether a cell can be what this makes; absent where nothing tells it from a raw value. */
  readonly holds?: (cell: string, options: Options) => boolean
  /** Another column that this one's cells depend on. */
  readonly subject?: (options: Options) => string
}

/** A method with the options of one column. */
export interface BoundMethod {
  readonly id: string
  readonly reversible: boolean
  readonly subject: string | undefined
  readonly tokenizer: ((context: TokenContext) => Tokenizer) | undefined
  readonly holds: ((cell: string) => boolean) | undefined
}

/** A way to pseudonymise a column. */
export interface Method {
  readonly id: string
  readonly title: string
  readonly reversible: boolean
  /** The method with these options, or what is wrong with them. */
  bind(options: unknown): BoundMethod | { readonly faults: readonly string[] }
}

/** A way to pseudonymise a column, as its file states it. */
export function defineMethod<Options>(definition: Definition<Options>): Method {
  const { id, title, reversible, options: schema, tokenizer, holds, subject } = definition
  return {
    id,
    title,
    reversible,
    bind(given) {
      const read = schema.safeParse(given)
      if (!read.success) return { faults: read.error.issues.map(issue => faultOf(issue)) }
      const options = read.data
      return {
        id,
        reversible,
        subject: subject?.(options),
        tokenizer: tokenizer && (context => tokenizer(options, context)),
        holds: holds && (cell => holds(cell, options)),
      }
    },
  }
}

const faultOf = (issue: z.core.$ZodIssue): string =>
  issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message

/** Name that a column's key is derived by: columns of one domain, in whatever table, have equal tokens for equal values. */
export const Domain = z.string().min(1).max(200).optional()
