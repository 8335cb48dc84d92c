import type { Calibration, ModelResult } from '../../core/model/result.ts'
import { folded } from '../markdown/table.ts'
import { formatInterval, formatNumber, formatP, formatShare } from '../numbers.ts'

const WIDTH = 40

/** What happened against what was predicted, bin by bin, where a claim is about it; empty otherwise. */
export function calibrationFigure({ calibration, claims }: ModelResult): string {
  if (!calibration || !claims.some(({ check }) => check.startsWith('calibrated'))) return ''
  const { bins, level } = calibration
  const highest = Math.max(...bins.flatMap(({ predicted, interval }) => [predicted, interval[1]]))
  const lines = bins.map(
    bin =>
      `${formatShare(bin.predicted).padStart(7)}  ${strip(bin, highest)}  ${formatNumber(bin.observed)}, ${formatNumber(bin.rows)} rows`,
  )
  return folded(
    'Reliability of the probabilities',
    [
      '```text',
      ...lines,
      '```',
      `<sub>A row per tenth of the rows: what was predicted; ◆ the same on the scale, ● what happened with its ${formatShare(level)} interval. ${numbers(calibration)}</sub>`,
    ].join('\n'),
  )
}

/** From 0 to `highest`. */
function strip({ predicted, observed, interval }: Calibration['bins'][number], highest: number): string {
  const cell = (x: number) => Math.min(WIDTH - 1, Math.max(0, Math.round((x / highest) * (WIDTH - 1))))
  const cells = Array.from({ length: WIDTH }, () => ' ')
  for (let i = cell(interval[0]); i <= cell(interval[1]); i++) cells[i] = '─'
  cells[cell(interval[0])] = '├'
  cells[cell(interval[1])] = '┤'
  cells[cell(observed)] = '●'
  cells[cell(predicted)] = cells[cell(predicted)] === '●' ? '◉' : '◆'
  return cells.join('')
}

function numbers({ error, slope, intercept, spiegelhalter }: Calibration): string {
  const part = (name: string, found: Calibration['slope']) =>
    found ? `${name} ${formatNumber(found.value)} ${formatInterval(found.interval)}` : ''
  return [
    `Calibration error ${formatNumber(error.value)} ${formatInterval(error.interval)} (found ${formatNumber(error.raw)}, of a calibrated model ${formatNumber(error.expected)}, p ${formatP(error.pValue)})`,
    part('slope', slope),
    part('intercept', intercept),
    spiegelhalter ? `Spiegelhalter’s p ${formatP(spiegelhalter.pValue)}` : '',
  ]
    .filter(text => text !== '')
    .join('; ')
}
