import type { Location } from '../core/evidence.ts'
import { place } from './check-text.ts'

/** Places of a file that differ in nothing but their lines, or a single place. */
export interface PlaceRun {
  readonly first: Location
  /** Ascending; none of a place without a line. */
  readonly lines: readonly number[]
}

/** Places with those together that say the same of their lines: empty cells of a column, say. A run stands where its first place stood. */
export function placeRuns(places: readonly Location[]): PlaceRun[] {
  const alike = Map.groupBy(places, (location, i) => {
    const { line, ...rest } = location
    return line === undefined || location.key !== undefined || location.value !== undefined || location.cells
      ? `${i}`
      : JSON.stringify(rest)
  })
  return [...alike.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    return [{ first, lines: group.flatMap(({ line }) => line ?? []).toSorted((a, b) => a - b) }]
  })
}

/** `predictions.csv:5–9, 12 (score)`. */
export function runText({ first, lines }: PlaceRun): string {
  if (lines.length < 2) return place(first)
  const { line: _, ...rest } = first
  const ranges = rangesOf(lines).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return place({ ...rest, file: `${first.file}:${ranges.join(', ')}` })
}

/** Lines in a row as one range each. */
export function rangesOf(lines: readonly number[]): [from: number, to: number][] {
  const ranges: [number, number][] = []
  for (const line of lines) {
    const last = ranges.at(-1)
    if (last && line <= last[1] + 1) last[1] = line
    else ranges.push([line, line])
  }
  return ranges
}
