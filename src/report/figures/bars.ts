const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** Shares as a row of bars of one eighth to a whole line's height, `max` being a whole one; nothing is a dot. */
export function bars(shares: readonly number[], max: number): string {
  return shares
    .map(share => (share === 0 || max === 0 ? '·' : (EIGHTHS[Math.min(7, Math.floor((share / max) * 8))] ?? '█')))
    .join('')
}
