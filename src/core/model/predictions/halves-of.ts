import type { Hashes } from '../../tables/batch.ts'

/** To which of two halves each row belongs, by its id alone: 0 or 1. */
export function halvesOf({ c }: Hashes): Uint8Array {
  const halves = new Uint8Array(c.length)
  for (let row = 0; row < c.length; row++) halves[row] = (c[row] ?? 0) & 1
  return halves
}
