import { MOST_NAMES, NUMBER_KINDS } from './cell-kinds.ts'
import { collectFaults, type Faults } from './faults.ts'
import { collectNames, NO_NAME } from './names.ts'
import type { Need } from './need.ts'
import type { ColumnOfRows } from './rows.ts'

/** Takes the cells of one column, row by row. */
export interface ColumnCollector {
  readonly need: Need
  readonly faults: Faults
  add(cell: string, row: number, line: number): void
  /** The first `rows` of them. */
  finish(rows: number): ColumnOfRows
}

export function collectColumn(need: Need, file: string): ColumnCollector {
  const faults = collectFaults()
  const wrong = (what: string, line: number) => faults.add(what, { file, line, column: need.column, note: what })
  const read = NUMBER_KINDS[need.cells]
  if (read) {
    let numbers = new Float64Array(1024)
    return {
      need,
      faults,
      add(cell, row, line) {
        if (row === numbers.length) numbers = new Float64Array(numbers.buffer.transfer(16 * row))
        const number = read(cell)
        if (typeof number === 'number') numbers[row] = number
        else wrong(number, line)
      },
      finish: rows => ({ numbers: numbers.slice(0, rows) }),
    }
  }
  const names = collectNames(MOST_NAMES[need.cells] ?? 1)
  let codes = new Uint32Array(1024)
  return {
    need,
    faults,
    add(cell, row, line) {
      if (row === codes.length) codes = new Uint32Array(codes.buffer.transfer(8 * row))
      const empty = need.cells !== 'answer' && cell.trim() === ''
      if (empty) wrong('empty', line)
      codes[row] = empty ? NO_NAME : names.codeOf(cell)
    },
    finish: rows => ({ codes: codes.slice(0, rows), names: names.names }),
  }
}
