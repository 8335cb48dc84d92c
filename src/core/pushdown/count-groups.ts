import { type Group, inOrder } from './groups.ts'
import { compared, fill, textOf, writtenValue } from './sql.ts'
import type { Answer, Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** The rows of each combination of cells in some columns; undefined where they are more than are counted. */
export function* countGroups(
  there: TableThere,
  indices: readonly number[],
  most: number,
  { where, placed = true }: { readonly where?: string; readonly placed?: boolean } = {},
): Asking<Group[] | undefined> {
  if (indices.some(index => columnAt(there, index).column.kind === 'other')) return undefined
  const answer = yield {
    sql: selectGroups(there, indices, most, placed, where),
    purpose: `values of ${indices.map(index => columnAt(there, index).column.name).join(', ') || 'no column'}`,
    rows: most + 1,
  }
  return answer.length > most ? undefined : readGroups(there, indices, answer, placed)
}

/**
 * Counts rows by the cells of some columns, and one group more than are wanted: then they are too many. Where the first row of each stands
 * costs as much again, and is asked for only where it is told.
 */
export function selectGroups(
  there: TableThere,
  indices: readonly number[],
  most: number,
  placed: boolean,
  where?: string,
): string {
  const { dialect, from } = there
  const columns = indices.map(index => columnAt(there, index))
  const values = columns.map(({ column, name }) => compared(dialect, column, name))
  const key = placed ? keyOf(there) : undefined
  const items = [
    ...values.map((value, i) => `${value} AS g${i}`),
    'count(*) AS n',
    ...(key ? [`min(${key}) AS k`] : []),
  ]
  const grouped = values.length > 0 ? ` GROUP BY ${values.join(', ')}` : ''
  const groups = `SELECT ${items.join(', ')} FROM ${from}${where ? ` WHERE ${where}` : ''}${grouped} LIMIT ${most + 1}`
  // As text only what is left.
  const texts = [
    ...columns.map(({ column }, i) => `${writtenValue(dialect, column, `g${i}`)} AS g${i}`),
    `${fill(dialect.text, 'n')} AS n`,
    `${fill(dialect.text, key ? 'k' : 'NULL')} AS k`,
  ]
  return `SELECT ${texts.join(', ')} FROM (${groups}) c`
}

/** The groups of an answer. */
export function readGroups(there: TableThere, indices: readonly number[], answer: Answer, placed: boolean): Group[] {
  const { columns } = there
  const hasPlaces = placed && keyOf(there) !== undefined
  const groups = answer
    .filter(row => row[indices.length] !== '0')
    .map(row => {
      const cells = columns.map(() => '')
      for (const [i, index] of indices.entries()) cells[index] = textOf(columnAt(there, index).column, row[i] ?? null)
      return {
        cells,
        raw: new Map(indices.map((index, i) => [index, row[i] ?? null])),
        count: Number(row[indices.length]),
        place: hasPlaces ? Number(row[indices.length + 1]) : Number.NaN,
      }
    })
  return inOrder(groups)
}
