/** A seed from what is computed with: the same numbers in any order draw the same, whatever the file they came in. */
export function seedOf(numbers: Float64Array): string {
  const bytes = new Uint8Array(numbers.toSorted().buffer)
  // FNV-1a, in two lanes of 32 bits.
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193)
    b = Math.imul(b ^ byte, 0x5bd1e995)
  }
  return [a, b].map(lane => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
