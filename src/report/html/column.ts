/** A column of a table. */
export interface Column {
  readonly title: string
  /** Numbers stand on the right. */
  readonly align?: 'left' | 'right'
  /** Has room for a few words. */
  readonly wide?: boolean
  /** Stays on one line. */
  readonly keep?: boolean
  /** Said but not shown: the column's signs speak for themselves. */
  readonly hidden?: boolean
}

/** The column of the signs that say how each line ended. */
export const STATUS_COLUMN: Column = { title: 'Status', hidden: true }

/** The class by which the style sheet lays out a column's cells. */
export const columnClass = ({ align, wide, keep, hidden }: Column): string | undefined =>
  align === 'right' ? 'number' : wide ? 'wide' : keep ? 'keep' : hidden ? 'sign' : undefined
