/** exp(−x² / divisor), x² split in two exactly: the rounding of x² alone would cost x² units in the last place. */
export function expMinusSquare(x: number, divisor: 1 | 2 = 1): number {
  const head = Math.trunc(x * 16) / 16
  return Math.exp((-head * head) / divisor) * Math.exp((-(x - head) * (x + head)) / divisor)
}
