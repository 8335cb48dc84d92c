import { type ErrorCode, UserError } from '../../core/user-error.ts'
import type { RowFault } from './scanned-rows.ts'

interface Meaning {
  readonly code: ErrorCode
  message(fault: RowFault, width: number, place: string): string
  hint(fault: RowFault, width: number): string
}

const AN_OBJECT_A_LINE = 'Write an object on a line of its own for every row'

/** What faults say to the reader; the place is the line on which the row or the cell begins. */
const MEANINGS: Readonly<Record<RowFault['kind'], Meaning>> = {
  'open-quote': {
    code: 'table.open-quote',
    message: (_, __, place) => `Expected the quote that opens here to be closed but the file ends first (${place})`,
    hint: () => 'Close the quote, or double it where it belongs to the text: ""',
  },
  'quote-after': {
    code: 'table.stray-quote',
    message: (_, __, place) =>
      `Expected a separator or the line's end after the quoted cell that starts here (${place})`,
    hint: () => 'Double a quote that belongs to the text: "". Or a quote was left open on this line',
  },
  'quote-inside': {
    code: 'table.stray-quote',
    message: (_, __, place) => `Expected a quote only at the start of a cell but found one inside it (${place})`,
    hint: () => 'Put the whole cell in quotes and double those inside: "say ""hello"""',
  },
  'long-row': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected the row to have at most 16 MiB but it is longer (${place})`,
    hint: () => 'Probably a quote that opens here is never closed',
  },
  ragged: {
    code: 'table.ragged-row',
    message: ({ cells }, width, place) => `Expected ${width} cells as in the header but found ${cells} (${place})`,
    hint: ({ cells }, width) =>
      cells > width ? 'Put a cell that contains the separator in quotes' : 'Complete the row or remove it',
  },
  blank: {
    code: 'table.ragged-row',
    message: (_, width, place) => `Expected ${width} cells as in the header but the line is blank (${place})`,
    hint: () => 'Complete the row or remove it',
  },
  'long-line': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected lines of at most 16 MiB but found a longer one (${place})`,
    hint: () => `Is it one JSON document? ${AN_OBJECT_A_LINE}`,
  },
  'no-object': {
    code: 'table.json',
    message: (_, __, place) => `Expected a JSON object but found something else (${place})`,
    hint: () => AN_OBJECT_A_LINE,
  },
  'unknown-key': {
    code: 'table.unknown-key',
    message: (_, __, place) => `Expected the keys of the first 1000 lines but found another (${place})`,
    hint: () => 'Write every key on every line, null where there is no value',
  },
  'repeated-key': {
    code: 'table.repeated-key',
    message: (_, __, place) => `Expected every key of an object once but found one twice (${place})`,
    hint: () => 'Drop one of the two: readers differ in which they take',
  },
}

/** A fault of a file, on its line, as an error; it never quotes a cell. */
export function faultError(name: string, fault: RowFault, width: number, line: number): UserError {
  const { code, message, hint } = MEANINGS[fault.kind]
  return new UserError(code, message(fault, width, `${name}:${line}`), { file: name, line, hint: hint(fault, width) })
}
