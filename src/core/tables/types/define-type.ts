import type { LogicalTypeOptions } from '../contract/property.ts'

/** How the text of a cell is read as a value of one ODCS logical type. Cells are never trimmed; an empty one is null and is not read. */
export interface LogicalType {
  /** The `logicalType` of ODCS. */
  readonly id: string
  /** What a cell must be, for a sentence: `an integer`. */
  readonly noun: string
  /** How its values are written, as the end of a sentence. */
  written(options: LogicalTypeOptions): string
  /** Options under `logicalTypeOptions` that the standard gives this type. */
  readonly options: readonly (keyof LogicalTypeOptions)[]
  /** The reader for a column; undefined where every text will do; or why there is none. */
  reader(options: LogicalTypeOptions): Reader | { readonly unsupported: string } | undefined
}

/** Reads the cells of one column. */
export interface Reader {
  /** The value as a number that sorts like it (date and time: milliseconds of UTC), NaN where the text is none. */
  readonly read: (text: string) => number
  /** The same of UTF-8 bytes, without making a text of them; undefined where only `read` can tell. */
  readonly readBytes?: (bytes: Uint8Array, start: number, end: number) => number | undefined
  /** Whether the text says its offset from UTC. */
  readonly zoned?: (text: string) => boolean
}

/** A logical type. */
export const defineType = (type: LogicalType): LogicalType => type
