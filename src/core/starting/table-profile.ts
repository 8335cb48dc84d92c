import { type ColumnProfile, columnProfiler } from './column-profile.ts'

/** What the first rows of a table say about it. */
export interface TableProfile {
  readonly path: string
  /** Rows looked at. */
  readonly rows: number
  /** Whether these were all its rows. */
  readonly complete: boolean
  readonly columns: readonly ColumnProfile[]
}

/** Rows of one table that are looked at. */
export const MOST_ROWS = 100_000
/** Characters kept to see which columns are unique. */
const MEMORY = 64 * 1024 * 1024

/** Rows of a table as they come, in batches. */
export interface Rows {
  readonly header: readonly string[]
  readonly batches: AsyncIterable<readonly { readonly line: number; readonly cells: readonly string[] }[]>
}

/** Reads at most `MOST_ROWS` rows; `progress` hears how many, now and then. */
export async function profileTable(
  path: string,
  { header, batches }: Rows,
  progress: (rows: number) => void,
): Promise<TableProfile> {
  const profiler = tableProfiler(path, header)
  let rows = 0
  for await (const batch of batches) {
    const complete = rows + batch.length <= MOST_ROWS
    profiler.add(complete ? batch : batch.slice(0, MOST_ROWS - rows))
    rows = Math.min(MOST_ROWS, rows + batch.length)
    progress(rows)
    if (!complete) return { ...profiler.profile(), complete }
  }
  return profiler.profile()
}

export interface TableProfiler {
  add(rows: readonly { readonly cells: readonly string[] }[]): void
  profile(): TableProfile
}

/** Looks at all rows it is given. */
export function tableProfiler(path: string, header: readonly string[]): TableProfiler {
  const memory = { left: MEMORY }
  const columns = header.map(name => columnProfiler(name, memory))
  let rows = 0
  return {
    add(batch) {
      for (const { cells } of batch) for (const [i, column] of columns.entries()) column.add(cells[i] ?? '')
      rows += batch.length
    },
    profile: () => ({ path, rows, complete: true, columns: columns.map(column => column.profile()) }),
  }
}

/** Same names in the same order. */
export const sameHeader = (one: TableProfile, other: TableProfile): boolean =>
  one.columns.length === other.columns.length && one.columns.every(({ name }, i) => name === other.columns[i]?.name)
