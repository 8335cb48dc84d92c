/** Where an interval lies against a bar: `├──●──┤   ▏`, drawn in `width` monospaced cells from `low` to `high`. */
export function intervalStrip(
  { value, interval, bar }: { value: number; interval: readonly [number, number]; bar: number },
  [low, high]: readonly [number, number],
  width = 32,
): string {
  const cell = (x: number) => Math.min(width - 1, Math.max(0, Math.round(((x - low) / (high - low)) * (width - 1))))
  const cells = Array.from({ length: width }, () => ' ')
  for (let i = cell(interval[0]); i <= cell(interval[1]); i++) cells[i] = '─'
  cells[cell(interval[0])] = '├'
  cells[cell(interval[1])] = '┤'
  cells[cell(bar)] = cells[cell(bar)] === ' ' ? '┊' : '┼'
  cells[cell(value)] = '●'
  return cells.join('')
}
