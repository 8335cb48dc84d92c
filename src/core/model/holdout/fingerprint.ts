import type { Hashes } from '../../tables/batch.ts'

/** A set of ids, whatever their order: how many, and the sum modulo 2⁹⁶ of their hashes, in hexadecimal. */
export interface Holdout {
  readonly rows: number
  readonly ids: string
}

/**
 * Tells one hold-out from another, for whoever counts how often each was used. It is no digest: who wants two hold-outs to have the same
 * fingerprint can find some, and who gives the same rows other ids has another hold-out.
 */
export function fingerprint({ a, b, c }: Hashes): Holdout {
  // Words of 32 bits: a sum of two million of them is still exact.
  const sums = [0n, 0n, 0n]
  const step = 2 ** 20
  for (let start = 0; start < a.length; start += step) {
    const end = Math.min(a.length, start + step)
    for (const [i, words] of [a, b, c].entries()) {
      let sum = 0
      for (let row = start; row < end; row++) sum += words[row] ?? 0
      sums[i] = (sums[i] ?? 0n) + BigInt(sum)
    }
  }
  const [x = 0n, y = 0n, z = 0n] = sums
  const total = ((x << 64n) + (y << 32n) + z) % (1n << 96n)
  return { rows: a.length, ids: total.toString(16).padStart(24, '0') }
}
