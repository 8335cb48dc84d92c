import type { Group } from './groups.ts'
import { fill, textOf, written } from './sql.ts'
import type { Asking } from './statement.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'

/** The rows of each combination of cells in some columns; undefined where they are more than are counted. */
export function* countGroups(
  there: TableThere,
  indices: readonly number[],
  most: number,
  where?: string,
): Asking<Group[] | undefined> {
  const { dialect, from, columns } = there
  const known = indices.filter(index => columns[index]?.kind !== 'other')
  if (known.length < indices.length) return undefined
  const texts = known.map(index => {
    const { column, name } = columnAt(there, index)
    return { column, text: written(dialect, column, name) }
  })
  const key = keyOf(there)
  const items = [
    ...texts.map(({ text }, i) => `${text} AS g${i}`),
    `${fill(dialect.text, 'count(*)')} AS n`,
    ...(key ? [`${fill(dialect.text, `min(${key})`)} AS k`] : []),
  ]
  const answer = yield {
    sql: `SELECT ${items.join(', ')} FROM ${from}${where ? ` WHERE ${where}` : ''}${
      texts.length > 0 ? ` GROUP BY ${texts.map(({ text }) => text).join(', ')}` : ''
    } LIMIT ${most + 1}`,
    purpose: `values of ${texts.map(({ column }) => column.name).join(', ') || 'no column'}`,
    rows: most + 1,
  }
  if (answer.length > most) return undefined
  return answer.map(row => {
    const cells = columns.map(() => '')
    for (const [i, index] of known.entries()) cells[index] = textOf(texts[i]?.column ?? { kind: 'text' }, row[i] ?? null)
    const raw = new Map(known.map((index, i) => [index, row[i] ?? null]))
    return { cells, raw, count: Number(row[texts.length]), place: key ? Number(row[texts.length + 1]) : Number.NaN }
  })
}

