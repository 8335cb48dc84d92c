import { profileTable, type Rows, type TableProfile } from '../../../src/core/starting/table-profile.ts'

/** A table as it comes from a file, from lines of cells parted by commas. */
export function rowsOf(text: string): Rows {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map(line => line.trim().split(','))
  return {
    header,
    batches: (async function* () {
      yield rows.map((cells, i) => ({ line: i + 2, cells }))
    })(),
  }
}

export const tableOf = (path: string, text: string): Promise<TableProfile> => profileTable(path, rowsOf(text), () => {})

/** `count` rows made by a function of the row's number, under a header. */
export const lines = (header: string, count: number, row: (i: number) => string): string =>
  [header, ...Array.from({ length: count }, (_, i) => row(i))].join('\n')
