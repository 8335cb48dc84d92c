import type { ColumnKind } from './column-kind.ts'

/** Whether a column of this kind is compared by the rows of each of its values. */
export const isCategorical = (kind: ColumnKind): boolean => kind === 'categorical' || kind === 'boolean'
