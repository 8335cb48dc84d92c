/** More rows than anyone compares. */
const MOST = 1e9

/** The smallest whole number above `from` for which a condition that stays true once it is true holds, rounded up to two digits. */
export function smallestRows(from: number, holds: (n: number) => boolean): number | undefined {
  if (!holds(MOST)) return undefined
  let low = from
  let high = Math.min(MOST, 2 * from + 100)
  while (high < MOST && !holds(high)) [low, high] = [high, Math.min(MOST, 2 * high)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(high)) - 1)
  return Math.ceil(high / unit) * unit
}
