/** Bits of the dots of a Braille character, by row from above and by column. */
const DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const

/** A curve of shares as lines of Braille characters, four dots a line high: `shares` are told from left to right, evenly spaced. */
export function dots(shares: readonly number[], lines: number): string[] {
  const [width, height] = [Math.ceil(shares.length / 2), 4 * lines]
  const cells = Array.from({ length: lines }, () => new Uint8Array(width))
  const level = (share: number) => Math.min(height - 1, Math.max(0, Math.round((1 - share) * (height - 1))))
  shares.forEach((share, x) => {
    const [from, to] = [level(shares[x - 1] ?? share), level(share)]
    for (let y = Math.min(from, to); y <= Math.max(from, to); y++) {
      const cell = cells[y >> 2]
      if (cell) cell[x >> 1] = (cell[x >> 1] ?? 0) | (DOTS[y % 4]?.[x % 2] ?? 0)
    }
  })
  return cells.map(cell => Array.from(cell, bits => String.fromCodePoint(0x2800 + bits)).join(''))
}
