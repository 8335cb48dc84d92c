import type { LogicalTypeOptions, Property } from './contract/property.ts'
import type { LogicalType, Reader } from './types/define-type.ts'

/** A column of the file that the contract describes. */
export interface Column {
  /** As the file's header has it. */
  readonly name: string
  /** Its place in a row, from 0. */
  readonly index: number
  readonly property: Property
  readonly options: LogicalTypeOptions
  readonly type: LogicalType
  /** Undefined where every text will do, or where the contract asks for what Proofmark does not read. */
  readonly reader: Reader | undefined
  /** Why there is no reader though the type needs one. */
  readonly unsupported: string | undefined
  /** Values of it appear nowhere. */
  readonly sensitive: boolean
  /** Line of the contract for a part of the property. */
  readonly lineOf: (...path: readonly PropertyKey[]) => number
}

/** Classifications whose values a report may show. Any other word, of whatever scheme, keeps them out. */
const OPEN: ReadonlySet<string> = new Set(['', 'public', 'internal', 'none'])

/** Whether the contract keeps the column's values out of every report. */
export const isSensitive = ({ classification }: Property): boolean =>
  !OPEN.has(
    String(classification ?? '')
      .trim()
      .toLowerCase(),
  )
