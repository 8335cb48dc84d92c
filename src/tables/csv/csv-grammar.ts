import type { Grammar } from '../text/grammar.ts'
import { lastRowEnd } from './last-row-end.ts'
import { scanInKernel } from './scan-in-kernel.ts'
import { scanRows } from './scan-rows.ts'
import { undouble } from './undouble.ts'

/** CSV (RFC 4180), its cells separated by a comma or a tab. */
export const csvGrammar = (separator: number): Grammar => ({
  lastRowEnd,
  tooLong: 'long-row',
  scanRows: (_, kernel) =>
    kernel ? scanInKernel(kernel, separator) : (bytes, at, end, found) => scanRows(bytes, at, end, separator, found),
  textOf: undouble,
})
