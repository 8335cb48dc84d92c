/** Every way to interleave n values of x with m values of y, as ranks. */
export function interleavings(n: number, m: number): [number[], number[]][] {
  if (n === 0) return [[[], range(m)]]
  if (m === 0) return [[range(n), []]]
  const last = n + m - 1
  return [
    ...interleavings(n - 1, m).map(([x, y]): [number[], number[]] => [[...x, last], y]),
    ...interleavings(n, m - 1).map(([x, y]): [number[], number[]] => [x, [...y, last]]),
  ]
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i)
}
