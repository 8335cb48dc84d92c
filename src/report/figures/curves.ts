import type { ModelResult } from '../../core/model/result.ts'
import { codeBlock } from '../markdown/code-block.ts'
import { folded } from '../markdown/table.ts'
import { hills } from './hills.ts'

/** Lines that a curve is high, and characters that it is wide: a telephone shows them. */
const LINES = 6
const WIDTH = 30

/** Both curves of two classes, one above the other. */
export function curvesFigure({ curves }: ModelResult): string {
  if (!curves) return ''
  const lines = [
    ...drawn(curves.roc, 'true positive rate', 'false positive rate'),
    '',
    ...drawn(curves.precisionRecall, 'precision', 'recall'),
  ]
  return folded(
    'ROC and precision by recall',
    `${codeBlock(lines)}\n<sub>Of all thresholds the highest true positive rate, and the highest precision</sub>`,
  )
}

function drawn(shares: readonly number[], height: string, breadth: string): string[] {
  const axis = (line: number) => (line === 0 ? '1' : line === LINES - 1 ? '0' : ' ')
  const room = WIDTH - breadth.length - 2
  return [
    height,
    ...hills(shares, LINES, WIDTH).map((line, i) => `${axis(i)} │${line}`),
    `  └${'─'.repeat(WIDTH)}`,
    `   0${' '.repeat(Math.floor(room / 2))}${breadth}${' '.repeat(Math.ceil(room / 2))}1`,
  ]
}
