const EIGHTHS = ['\u00a0', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/**
 * What lies below a curve of shares, as lines of blocks, eight steps a line: `shares` are told from left to right, evenly spaced. Blocks are as
 * wide as letters in the fonts that code is shown in; finer signs, such as Braille, are taken from another font and break the columns.
 */
export function hills(shares: readonly number[], lines: number, width: number): string[] {
  const heights = Array.from({ length: width }, (_, x) => {
    const share = shares[Math.round((x / (width - 1)) * (shares.length - 1))] ?? 0
    return Math.round(Math.min(1, Math.max(0, share)) * lines * 8)
  })
  return Array.from({ length: lines }, (_, line) => {
    const below = (lines - 1 - line) * 8
    return heights.map(height => EIGHTHS[Math.min(8, Math.max(0, height - below))]).join('')
  })
}
