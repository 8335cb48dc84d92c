/** The point between `inside`, where the condition holds, and `outside`, where it does not, up to the last bit; the last point inside. */
export function bisect(inside: number, outside: number, holds: (point: number) => boolean): number {
  let low = inside
  let high = outside
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high || Number.isNaN(middle)) return low
    if (holds(middle)) low = middle
    else high = middle
  }
}
