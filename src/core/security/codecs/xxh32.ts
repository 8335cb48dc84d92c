const PRIME_1 = 0x9e3779b1
const PRIME_2 = 0x85ebca77
const PRIME_3 = 0xc2b2ae3d
const PRIME_4 = 0x27d4eb2f
const PRIME_5 = 0x165667b1

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by))
const round = (lane: number, input: number) => Math.imul(rotated((lane + Math.imul(input, PRIME_2)) | 0, 13), PRIME_1)

/** XXH32 with seed 0 (xxHash specification 0.1.1). */
export function xxh32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lanes = [(PRIME_1 + PRIME_2) | 0, PRIME_2 | 0, 0, -PRIME_1 | 0] as const
  let [a, b, c, d]: readonly [number, number, number, number] = lanes
  let at = 0
  for (; at + 16 <= bytes.length; at += 16) {
    a = round(a, view.getUint32(at, true))
    b = round(b, view.getUint32(at + 4, true))
    c = round(c, view.getUint32(at + 8, true))
    d = round(d, view.getUint32(at + 12, true))
  }
  let hash = at > 0 ? rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18) : PRIME_5
  hash = (hash + bytes.length) | 0
  for (; at + 4 <= bytes.length; at += 4)
    hash = Math.imul(rotated((hash + Math.imul(view.getUint32(at, true), PRIME_3)) | 0, 17), PRIME_4)
  for (; at < bytes.length; at++)
    hash = Math.imul(rotated((hash + Math.imul(view.getUint8(at), PRIME_5)) | 0, 11), PRIME_1)
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2)
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3)
  return (hash ^ (hash >>> 16)) >>> 0
}
