import type { Grammar } from '../text/grammar.ts'
import { scanLines } from './scan-lines.ts'
import { writtenText } from './written-text.ts'

const NEWLINE = 0x0a

/** JSON Lines: an object on every line, its keys the columns; numbers keep the digits they are written with. */
export const jsonLinesGrammar: Grammar = {
  lastRowEnd: (bytes, end) => bytes.subarray(0, end).lastIndexOf(NEWLINE) + 1,
  tooLong: 'long-line',
  scanRows: scanLines,
  textOf: writtenText,
}
