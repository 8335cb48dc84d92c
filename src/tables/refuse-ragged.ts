import { UserError } from '../core/user-error.ts'
import type { Row } from '../ports.ts'

/**
 * Passes on rows that have as many cells as the header and refuses others. Blank lines at the end of the file are no
 * rows; one between rows is refused, except in a table of one column, where it is a row whose cell is empty.
 */
export function refuseRagged(name: string, width: number): (batch: readonly Row[]) => Row[] {
  let blank: Row | undefined
  return batch => {
    const kept: Row[] = []
    for (const row of batch) {
      if (width > 1 && isBlank(row)) blank ??= row
      else if (blank) throw ragged(blank, 'the line is blank')
      else if (row.cells.length === width) kept.push(row)
      else throw ragged(row, `found ${row.cells.length}`)
    }
    return kept
  }

  function ragged({ line, cells }: Row, found: string): UserError {
    return new UserError(
      'table.ragged-row',
      `Expected ${width} cells as in the header but ${found} (${name}:${line})`,
      {
        file: name,
        line,
        hint:
          cells.length > width ? 'Put a cell that contains the separator in quotes' : 'Complete the row or remove it',
      },
    )
  }
}

const isBlank = ({ cells }: Row): boolean => cells.length === 1 && cells[0] === ''
