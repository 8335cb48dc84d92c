import type { Hashes } from '../../tables/batch.ts'
import { hashBytes, hashed } from '../../tables/hash-bytes.ts'

const encoder = new TextEncoder()

/** A text's lot: 53 bits of its hash. */
export function textLot(text: string): number {
  const utf8 = encoder.encode(text)
  hashBytes(utf8, 0, utf8.length)
  return joined(hashed[0] ?? 0, hashed[1] ?? 0)
}

/** The lot of a row's text, by the hashes of a batch. */
export const lotByHash = ({ a, b }: Hashes, row: number): number => joined(a[row] ?? 0, b[row] ?? 0)

const joined = (a: number, b: number): number => a * 2 ** 21 + (b >>> 11)
