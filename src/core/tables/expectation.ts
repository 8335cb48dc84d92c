import type { z } from 'zod'

/** A rule that a contract may ask for by name, under `engine: proofmark`. */
export interface Expectation<Options = unknown> {
  /** That of Great Expectations where it has one. */
  readonly name: string
  /** `column`: of one column, which under a property is that property; `table`: of several, or of none. */
  readonly level: 'column' | 'table'
  /** Its own arguments. */
  readonly options: z.ZodType<Options>
  /** Names of the columns that its arguments speak of, beside its own. */
  columns?(options: Options): readonly string[]
}

/** An expectation on one column. */
export const ofColumn = <Options>(
  name: string,
  options: z.ZodType<Options>,
  columns?: (options: Options) => readonly string[],
): Expectation<Options> => ({ name, level: 'column', options, ...(columns ? { columns } : {}) })

/** An expectation on a table. */
export const ofTable = <Options>(
  name: string,
  options: z.ZodType<Options>,
  columns?: (options: Options) => readonly string[],
): Expectation<Options> => ({ name, level: 'table', options, ...(columns ? { columns } : {}) })
