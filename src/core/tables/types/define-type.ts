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
  /** The form that most texts have, where a reader of bytes may know it: of such a text it must give what `read` gives. */
  readonly form?: CommonForm
  /** Whether the text says its offset from UTC. */
  readonly zoned?: (text: string) => boolean
}

/** Decimals (`-12.5`, `1e-5`) or whole numbers of up to 19 digits, as `Number` reads them; or ISO 8601. */
export type CommonForm =
  | { readonly is: 'decimal' | 'whole' }
  /** Days, or times that must or must not say `Z`. */
  | { readonly is: 'day' | 'time'; readonly zoned?: boolean | undefined }

/** A logical type. */
export const defineType = (type: LogicalType): LogicalType => type
