import { type LoessData, loessAt } from './loess-at.ts'

/** A series smoothed by local fits at every `jump`-th place and straight lines between them (`ess` of the STL program). */
export function loess(data: LoessData, jump: number): Float64Array {
  const { y, n, window } = data
  const out = new Float64Array(n)
  if (n < 2) {
    out[0] = y[0] ?? 0
    return out
  }
  const step = Math.min(jump, n - 1)
  let span: readonly [number, number] = [1, n]
  const smoothAt = (place: number) => {
    out[place - 1] = loessAt(data, place, ...span) ?? y[place - 1] ?? 0
  }
  for (let i = 0; i < n; i += step) {
    span = spanAt(i + 1, n, window)
    smoothAt(i + 1)
  }
  if (step === 1) return out
  for (let i = 0; i < n - step; i += step) line(out, i, i + step)
  const last = Math.floor((n - 1) / step) * step + 1
  if (last !== n) {
    // As the program has it: over the window of the fit before.
    smoothAt(n)
    line(out, last - 1, n - 1)
  }
  return out
}

/** First and last place of the window around a place. */
function spanAt(place: number, n: number, window: number): [number, number] {
  if (window >= n) return [1, n]
  const half = Math.floor((window + 1) / 2)
  const left = Math.min(Math.max(1, place - half + 1), n - window + 1)
  return [left, left + window - 1]
}

function line(out: Float64Array, from: number, to: number): void {
  const start = out[from] ?? 0
  const delta = ((out[to] ?? 0) - start) / (to - from)
  for (let j = from + 1; j < to; j++) out[j] = start + delta * (j - from)
}
