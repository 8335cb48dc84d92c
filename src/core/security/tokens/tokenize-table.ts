import type { Row } from '../../tables/row.ts'
import { UserError } from '../../user-error.ts'
import type { Ciphers } from './ciphers.ts'
import type { BoundMethod, Tokenizer } from './define-method.ts'
import type { TokenKeys } from './token-keys.ts'

/** A table on its way to or from tokens. */
export interface TokenizedTable {
  /** The columns that stay. */
  readonly header: readonly string[]
  /** A row's cells, in the order of the header. */
  row(row: Row): string[]
  /** Columns that could be turned back, and those that had to stay tokens. */
  readonly reversed: readonly string[]
  readonly kept: readonly string[]
}

interface Given {
  readonly file: string
  readonly header: readonly string[]
  readonly methods: ReadonlyMap<string, BoundMethod>
  readonly keys: TokenKeys
  readonly ciphers: Ciphers
}

/** Makes tokens of the declared columns. An empty cell stays empty, and says so. */
export function tokenizeTable(given: Given): TokenizedTable {
  const { header, methods } = given
  refuseSubjects(given)
  const stay = header.flatMap((name, at) =>
    methods.get(name)?.tokenizer === undefined && methods.has(name) ? [] : [at],
  )
  const tokenizers = header.map(name => bind(given, name))
  return {
    header: stay.map(at => header[at] ?? ''),
    row: row =>
      stay.map(at => {
        const cell = row.cells[at] ?? ''
        return cell === '' ? '' : (tokenizers[at]?.apply(cell, row) ?? cell)
      }),
    reversed: [],
    kept: [],
  }
}

/** Gives back the values of the columns whose method has a way back; the others stay as they are. */
export function restoreTable(given: Given): TokenizedTable {
  const { header, methods } = given
  refuseSubjects({ ...given, methods: new Map([...methods].filter(([name]) => isReversible(name, methods))) })
  const backs = header.map(name => (isReversible(name, methods) ? bind(given, name)?.reverse : undefined))
  // What is shifted by a subject can be moved back only once the subject is what it was.
  const later = header.map(name => methods.get(name)?.subject !== undefined)
  const pass = (row: Row, dependent: boolean): Row => ({
    line: row.line,
    cells: row.cells.map((cell, at) =>
      cell === '' || later[at] !== dependent ? cell : (backs[at]?.(cell, row) ?? cell),
    ),
  })
  const declared = header.filter(name => methods.has(name))
  return {
    header,
    row: row => [...pass(pass(row, false), true).cells],
    reversed: declared.filter(name => isReversible(name, methods)),
    kept: declared.filter(name => !isReversible(name, methods)),
  }
}

/** Whether the key gives the column's values back: a date shift only where its subject is raw or comes back too. */
export function isReversible(column: string, methods: ReadonlyMap<string, BoundMethod>): boolean {
  const method = methods.get(column)
  if (!method?.reversible) return false
  const subject = method.subject === undefined ? undefined : methods.get(method.subject)
  return subject === undefined || (subject.reversible && subject.subject === undefined)
}

function bind({ file, header, methods, keys, ciphers }: Given, column: string): Tokenizer | undefined {
  return methods.get(column)?.tokenizer?.({
    column,
    file,
    keys,
    ciphers,
    cellOf(name) {
      const index = header.indexOf(name)
      return index < 0 ? undefined : row => row.cells[index] ?? ''
    },
  })
}

function refuseSubjects({ file, header, methods }: Given): void {
  for (const [column, { subject }] of methods) {
    if (subject === undefined || !header.includes(column) || (header.includes(subject) && subject !== column)) continue
    throw new UserError(
      'tokenize.subject',
      `Expected the subject of ${column} to be another column of ${file} but found ${subject === column ? 'itself' : `no column ${subject}`}`,
      { file, hint: 'Name the column that says whose dates they are' },
    )
  }
}
