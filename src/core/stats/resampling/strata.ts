/** Calls `visit` for each stratum of cells or units, which lie one after another, with where it starts and ends. */
export function forEachStratum(
  sizes: readonly number[],
  items: number,
  visit: (start: number, end: number) => void,
): void {
  let start = 0
  for (const size of sizes) {
    visit(start, start + size)
    start += size
  }
  if (start !== items) throw new RangeError(`Expected the strata to hold ${items} items but they hold ${start}`)
}
