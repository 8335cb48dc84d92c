import type { ModelResult } from '../../core/model/result.ts'
import { folded } from '../markdown/table.ts'
import { dots } from './dots.ts'

/** Lines that a curve is high. */
const LINES = 8

/** Both curves of two classes, side by side. */
export function curvesFigure({ curves }: ModelResult): string {
  if (!curves) return ''
  const [roc, recall] = [dots(curves.roc, LINES), dots(curves.precisionRecall, LINES)]
  const axis = (line: number) => (line === 0 ? '1 ' : line === LINES - 1 ? '0 ' : '  ')
  const width = roc[0]?.length ?? 0
  const lines = roc.map((left, line) => `${axis(line)}│${left}    ${axis(line)}│${recall[line]}`)
  const floor = `  └${'─'.repeat(width)}`
  const below = (name: string) => `   0${name.padStart((width + name.length) / 2 - 1).padEnd(width - 2)}1`
  return folded(
    'ROC and precision by recall',
    [
      '```text',
      ...lines,
      `${floor}    ${floor}`,
      `${below('false positive rate')}    ${below('recall')}`,
      '```',
      '<sub>Left the true positive rate, right the precision, highest of all thresholds</sub>',
    ].join('\n'),
  )
}
