import { CsvError } from 'csv-parse'
import { type ErrorCode, UserError } from '../core/user-error.ts'
import type { Located } from '../files/locate.ts'
import { lineAt } from './line-at.ts'

interface Meaning {
  readonly code: ErrorCode
  readonly message: (place: string) => string
  readonly hint: string
}

/** What the parser's errors say to the reader; the place is the line on which the cell starts. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  CSV_QUOTE_NOT_CLOSED: {
    code: 'table.open-quote',
    message: place => `Expected the quote that opens here to be closed but the file ends first (${place})`,
    hint: 'Close the quote, or double it where it belongs to the text: ""',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    code: 'table.stray-quote',
    message: place => `Expected a separator or the line's end after the quoted cell that starts here (${place})`,
    hint: 'Double a quote that belongs to the text: "". Or a quote was left open on this line',
  },
  INVALID_OPENING_QUOTE: {
    code: 'table.stray-quote',
    message: place => `Expected a quote only at the start of a cell but found one inside it (${place})`,
    hint: 'Put the whole cell in quotes and double those inside: "say ""hello"""',
  },
  CSV_MAX_RECORD_SIZE: {
    code: 'table.long-row',
    message: place => `Expected the row to have at most 16 MiB but it is longer (${place})`,
    hint: 'Probably a quote that opens here is never closed',
  },
}

/** A fault that the CSV parser, fed from byte `start` of the file, met in the row that starts on `line`, as a `UserError` with the line of the cell at fault. The parser's own error quotes the cell, so it is no cause of it. */
export async function csvError(located: Located, start: number, line: number, cause: unknown): Promise<unknown> {
  const meaning = cause instanceof CsvError ? MEANINGS[cause.code] : undefined
  if (!meaning || !(cause instanceof CsvError)) return cause
  const at = cause.code === 'CSV_MAX_RECORD_SIZE' ? line : await lineAt(located, start + startOfCell(cause))
  return new UserError(meaning.code, meaning.message(`${located.name}:${at}`), {
    file: located.name,
    line: at,
    hint: meaning.hint,
  })
}

/** The parser counts bytes up to the last separator, or to the end of the last row. */
const startOfCell = ({ bytes, index }: CsvError): number => Number(bytes) + (Number(index) > 0 ? 1 : 0)
