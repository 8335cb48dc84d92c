import type { Confusion } from '../confusion.ts'
import type { ClassMatrix } from './class-matrix.ts'

/** The confusion counts as a matrix of the negative and the positive class. */
export const twoClassMatrix = ({ tp, fp, fn, tn }: Confusion): ClassMatrix => ({ classes: 2, cells: [tn, fp, fn, tp] })
