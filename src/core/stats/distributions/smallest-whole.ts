/** The smallest whole k in 0 … n for which a condition holds that, once true, stays true; n when it never is. */
export function smallestWhole(n: number, holds: (k: number) => boolean): number {
  let low = 0
  let high = n
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
