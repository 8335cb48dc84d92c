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
export async function showRows<Answer>(
  compose: (rows: ShownRows) => Answer,
  { find, sha256, read }: RowSource,
): Promise<Answer> {
  const known = new Map<number, ShownRow>()
  for (;;) {
    const asked = new Set<number>()
    const answer = compose({
      read,
      sha256,
      at(place) {
        const row = known.get(place)
        if (row === undefined) asked.add(place)
        return row ?? UNKNOWN
      },
    })
    if (asked.size === 0) return answer
    const places = [...asked].sort((a, b) => a - b)
    const rows = await find(places)
    for (const [i, place] of places.entries()) known.set(place, rows[i] ?? UNKNOWN)
  }
}
