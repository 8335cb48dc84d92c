import type { Standing } from '../../core/controls/control-status.ts'
import type { ControlsReport } from '../../core/controls/controls-report.ts'
import { visible } from '../markdown/escape.ts'
import type { Line, Tone } from '../terminal.ts'
import { byFramework, DISCLAIMER, standings } from './words.ts'

const TONE: Record<Standing, Tone> = {
  supported: 'pass',
  partial: 'warn',
  'not supported': 'fail',
  'not evaluable': 'muted',
}

/** Controls as lines of text: one for each, why below it where it is not supported, and how many there are of each status. */
export function controlsLines({ statuses, notes }: ControlsReport): Line[] {
  const width = Math.max(0, ...statuses.map(({ clause }) => clause.length))
  return [
    ...byFramework(statuses).flatMap(({ title, statuses: own }): Line[] => [
      { tone: 'strong', text: `${visible(title)}: ${standings(own)}` },
      ...own.flatMap(({ status, clause, control, reason, owner }): Line[] => [
        { tone: TONE[status], text: visible(`  ${status.padEnd(13)}  ${clause.padEnd(width)}  ${control.title}`) },
        ...(status === 'supported'
          ? []
          : [{ tone: 'muted' as const, text: visible(`${' '.repeat(17 + width)}  ${reason}`) }]),
        ...(status === 'supported' || status === 'not evaluable'
          ? []
          : [{ tone: 'muted' as const, text: visible(`${' '.repeat(17 + width)}  → ${owner}: ${control.duty}`) }]),
      ]),
    ]),
    ...notes.map(text => ({ tone: 'plain' as const, text: visible(`note: ${text}`) })),
    { tone: 'plain', text: DISCLAIMER },
  ]
}
