import { csvGrammar } from '../csv/csv-grammar.ts'
import { jsonLinesGrammar } from '../json-lines/json-lines-grammar.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { Room } from './room.ts'
import type { RowFault, ScanRows } from './scanned-rows.ts'

/** How a text holds a table, as plain data that threads can be told. */
export type Form = { readonly is: 'csv'; readonly separator: number } | { readonly is: 'json-lines' }

/** How rows are found in a text. */
export interface Grammar {
  /** Where the last row ends that is whole within the first `end` bytes, its line break included; 0 where none is. The first row begins at 0. */
  lastRowEnd(bytes: Buffer, end: number, room: Pick<Room, 'oddQuotes'>): number
  /** What a row without end is. */
  readonly tooLong: RowFault['kind']
  /** Finds rows of these columns; in a kernel's memory where there is one. */
  scanRows(columns: readonly string[], kernel?: Kernel): ScanRows
  /** The text of a cell that is written in another way. */
  textOf(written: string): string
}

export function grammarOf(form: Form): Grammar {
  switch (form.is) {
    case 'csv':
      return csvGrammar(form.separator)
    case 'json-lines':
      return jsonLinesGrammar
  }
}
