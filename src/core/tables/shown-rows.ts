import type { ReadStored } from './overflow.ts'

/** A row that an answer shows: the line it starts on (or its number, in a file without lines) and its cells. */
export interface ShownRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows that an answer shows, by place. */
export interface ShownRows {
  at(place: number): ShownRow
  /** In lower-case hexadecimal. */
  sha256(text: string): string
  /** Reads what measures have put out of memory. */
  readonly read?: ReadStored | undefined
}

/** Finds the rows again that stand at the places, ascending. */
export type FindRows = (places: readonly number[]) => Promise<readonly ShownRow[]>

/** Where shown rows come from. */
export interface RowSource extends Omit<ShownRows, 'at'> {
  readonly find: FindRows
}

const UNKNOWN: ShownRow = { line: 1, cells: [] }

/**
 * An answer whose rows are looked up as it asks for them: it is composed until it asks for none that is not known yet.
 * So states keep places alone, and only rows that are shown are read a second time.
 */
export const showRows = <Answer>(compose: (rows: ShownRows) => Answer, source: RowSource): Promise<Answer> =>
  showRowsOf(compose, source)

/** The same of rows of several tables, which the answer is handed in the order of their sources. */
export async function showRowsOf<Answer>(
  compose: (...tables: ShownRows[]) => Answer,
  ...sources: readonly RowSource[]
): Promise<Answer> {
  const known = sources.map(() => new Map<number, ShownRow>())
  for (;;) {
    const asked = sources.map(() => new Set<number>())
    const answer = compose(
      ...sources.map(({ read, sha256 }, i) => ({
        read,
        sha256,
        at(place: number) {
          const row = known[i]?.get(place)
          if (row === undefined) asked[i]?.add(place)
          return row ?? UNKNOWN
        },
      })),
    )
    if (asked.every(({ size }) => size === 0)) return answer
    for (const [i, { find }] of sources.entries()) {
      const places = [...(asked[i] ?? [])].sort((a, b) => a - b)
      const rows = places.length === 0 ? [] : await find(places)
      for (const [j, place] of places.entries()) known[i]?.set(place, rows[j] ?? UNKNOWN)
    }
  }
}
