/** Cells of one sort: how many, and where the first stands. */
export interface Found {
  count: number
  /** Infinite where there is none. */
  place: number
}

/** None so far. */
export const nothingFound = (): Found => ({ count: 0, place: Number.POSITIVE_INFINITY })

/** So many more, the first of which stands at the place. */
export function find(found: Found, count: number, place: number): void {
  found.count += count
  if (place < found.place) found.place = place
}

/** Those of other rows too. */
export const findAll = (found: Found, other: Found): void => find(found, other.count, other.place)
