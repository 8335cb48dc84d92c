/** The median of ascending numbers. */
export function median(ascending: Float64Array): number {
  const middle = (ascending.length - 1) / 2
  return (ascending[Math.floor(middle)] ?? 0) / 2 + (ascending[Math.ceil(middle)] ?? 0) / 2
}
