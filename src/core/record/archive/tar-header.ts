/** Bytes of a tar block. */
export const BLOCK = 512

/** Names our archives use: no folder, no hidden file, nothing that a file system reads in another way. */
export const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,98}$/

/** Sum of a header's bytes, those of the checksum itself taken as spaces. */
export function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i] ?? 0
  return sum
}
