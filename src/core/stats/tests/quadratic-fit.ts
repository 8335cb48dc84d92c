/** The least-squares parabola through points, as a function; by polynomials orthogonal on the points (Forsythe 1957). */
export function quadraticFit(x: readonly number[], y: readonly number[]): (x: number) => number {
  const dot = (f: (t: number, i: number) => number) => x.reduce((sum, t, i) => sum + f(t, i), 0)
  const n = x.length
  const centre = dot(t => t) / n
  const spread = dot(t => (t - centre) ** 2)
  const shift = dot(t => t * (t - centre) ** 2) / spread
  const second = (t: number) => (t - shift) * (t - centre) - spread / n
  const c0 = dot((_, i) => y[i] ?? 0) / n
  const c1 = dot((t, i) => (y[i] ?? 0) * (t - centre)) / spread
  const c2 = dot((t, i) => (y[i] ?? 0) * second(t)) / dot(t => second(t) ** 2)
  return t => c0 + c1 * (t - centre) + c2 * second(t)
}
