/** 2²⁷ + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134_217_729

/** The product of two doubles without error, as its nearest double and what that leaves (Dekker 1971); exact unless a part under- or overflows. */
export function exactProduct(a: number, b: number): readonly [high: number, low: number] {
  const high = a * b
  const [a1, a2] = halves(a)
  const [b1, b2] = halves(b)
  const low = a2 * b2 - (high - a1 * b1 - a2 * b1 - a1 * b2)
  return Number.isFinite(low) ? [high, low] : [high, 0]
}

function halves(value: number): readonly [number, number] {
  const scaled = SPLITTER * value
  const high = scaled - (scaled - value)
  return [high, value - high]
}
