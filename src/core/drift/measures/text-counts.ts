import { MAX_CATEGORIES } from '../categories.ts'
import { type Found, find, findAll, nothingFound } from './found.ts'

/** Texts by what they say. */
export interface TextCounts {
  readonly counts: Map<string, TextCount>
  /** Texts of a greater lot are told apart only where they are known. */
  limit: number
  /** Rows of texts that are not told apart. */
  readonly dropped: Found
}

interface TextCount extends Found {
  readonly lot: number
}

/** Nothing counted yet. */
export const noTexts = (): TextCounts => ({
  counts: new Map(),
  limit: Number.POSITIVE_INFINITY,
  dropped: nothingFound(),
})

/** Counts a text so many times, the first of which stands at the place. */
export function countText(
  all: TextCounts,
  text: string,
  lot: number,
  count: number,
  place: number,
  known: ReadonlySet<string>,
): void {
  const counted = all.counts.get(text)
  if (counted) find(counted, count, place)
  else if (lot > all.limit && !known.has(text)) find(all.dropped, count, place)
  else {
    all.counts.set(text, { count, place, lot })
    if (all.counts.size >= 2 * MAX_CATEGORIES + known.size) keepSmallest(all, known)
  }
}

/** Takes in what was counted of other rows. */
export function mergeTexts(all: TextCounts, other: TextCounts, known: ReadonlySet<string>): void {
  findAll(all.dropped, other.dropped)
  all.limit = Math.min(all.limit, other.limit)
  for (const [text, { lot, count, place }] of other.counts) countText(all, text, lot, count, place, known)
  keepSmallest(all, known)
}

/** The texts that are told apart, as they come in the table: a function of the rows alone, like those dropped. */
export function countedTexts(all: TextCounts, known: ReadonlySet<string>): [text: string, found: Found][] {
  keepSmallest(all, known)
  return [...all.counts].sort(([, a], [, b]) => a.place - b.place)
}

/** What is among the smallest of all is so wherever it occurs, so its count is exact in any parts of the table. */
function keepSmallest(all: TextCounts, known: ReadonlySet<string>): void {
  const unknown = [...all.counts].filter(([text]) => !known.has(text))
  const limit = Float64Array.from(unknown, ([, { lot }]) => lot).sort()[MAX_CATEGORIES - 1]
  if (limit === undefined || limit > all.limit) return
  all.limit = limit
  for (const [text, { lot, count, place }] of unknown) {
    if (lot <= limit) continue
    all.counts.delete(text)
    find(all.dropped, count, place)
  }
}
