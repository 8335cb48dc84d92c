/** ECMA-182, reflected. */
const POLYNOMIAL = 0xc96c5795d7870f42n

const TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = BigInt(index)
  for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ POLYNOMIAL : value >> 1n
  return value
})
const LOW = Uint32Array.from(TABLE, value => Number(value & 0xffffffffn))
const HIGH = Uint32Array.from(TABLE, value => Number(value >> 32n))

/** CRC-64 of xz (The .xz File Format 1.2.1, 6), as its low and its high 32 bits. */
export function crc64(bytes: Uint8Array): readonly [low: number, high: number] {
  let low = 0xffffffff
  let high = 0xffffffff
  for (let i = 0; i < bytes.length; i++) {
    const index = (low ^ (bytes[i] ?? 0)) & 0xff
    low = ((low >>> 8) | (high << 24)) ^ (LOW[index] ?? 0)
    high = (high >>> 8) ^ (HIGH[index] ?? 0)
  }
  return [~low >>> 0, ~high >>> 0]
}
