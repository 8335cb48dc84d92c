interface Known {
  readonly name: string
  /** No text in any encoding. */
  readonly binary: boolean
}

const SIGNATURES: readonly (Known & { readonly bytes: readonly number[] })[] = [
  { name: 'UTF-32', binary: false, bytes: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'UTF-32', binary: false, bytes: [0x00, 0x00, 0xfe, 0xff] },
  { name: 'UTF-16', binary: false, bytes: [0xff, 0xfe] },
  { name: 'UTF-16', binary: false, bytes: [0xfe, 0xff] },
  { name: 'a gzip archive', binary: true, bytes: [0x1f, 0x8b] },
  { name: 'a zip archive (or a workbook of Excel)', binary: true, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a Parquet file', binary: true, bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'a Zstandard archive', binary: true, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
]

/** How many bytes are looked at for the zeros of UTF-16. */
const SAMPLE = 512

/** What a file is by its first bytes, where that is not UTF-8. */
export function encodingOf(head: Uint8Array): Known | undefined {
  const signed = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))
  if (signed) return { name: signed.name, binary: signed.binary }
  return looksLikeUtf16(head.subarray(0, SAMPLE)) ? { name: 'UTF-16', binary: false } : undefined
}

/** Latin text in UTF-16 has a zero in every second byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 0]
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return bytes.length >= 4 && Math.max(even, odd) > bytes.length * 0.4 && Math.min(even, odd) < bytes.length * 0.05
}
