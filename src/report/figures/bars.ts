const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** Shares as a row of bars of one eighth to a whole line's height, `max` being a whole one; nothing is a dot. */
export function bars(shares: readonly number[], max: number): string {
  return shares
    .map(share => (share === 0 || max === 0 ? '·' : (EIGHTHS[Math.min(7, Math.floor((share / max) * 8))] ?? '█')))
    .join('')
}

/** A share of one as a bar that grows to the right, `width` characters long when whole. */
export function meter(share: number, width = 10): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8)
  const whole = '█'.repeat(Math.floor(eighths / 8))
  return `${whole}${['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8]}`
}
