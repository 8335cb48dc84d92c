/** Reflected polynomial of CRC-32 (ISO-HDLC; APPNOTE 4.4.7, RFC 1952 8, xz). */
const POLYNOMIAL = 0xedb88320
const LANES = 8

const tables = makeTables()

/** One table for each of eight bytes that are taken at once (Kounavis and Berry 2005, slicing-by-8). */
function makeTables(): Int32Array {
  const made = new Int32Array(LANES * 256)
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1
    made[byte] = remainder
  }
  for (let i = 256; i < made.length; i++) {
    const before = made[i - 256] ?? 0
    made[i] = (before >>> 8) ^ (made[before & 0xff] ?? 0)
  }
  return made
}

/** CRC-32 of the bytes, after those that `before` is of, as an unsigned number. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (lane: number, value: number) => tables[lane * 256 + (value & 0xff)] ?? 0
  const whole = bytes.length - (bytes.length % LANES)
  let crc = ~before
  for (let i = 0; i < whole; i += LANES) {
    const low = view.getInt32(i, true) ^ crc
    const high = view.getInt32(i + 4, true)
    crc =
      at(7, low) ^
      at(6, low >>> 8) ^
      at(5, low >>> 16) ^
      at(4, low >>> 24) ^
      at(3, high) ^
      at(2, high >>> 8) ^
      at(1, high >>> 16) ^
      at(0, high >>> 24)
  }
  for (let i = whole; i < bytes.length; i++) crc = (crc >>> 8) ^ at(0, crc ^ (bytes[i] ?? 0))
  return ~crc >>> 0
}
