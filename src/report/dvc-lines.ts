import type { Check } from '../core/evidence.ts'
import { visible } from './markdown/escape.ts'
import type { Line } from './terminal.ts'

/** Faults that are listed on a terminal. */
const MOST = 50

const TONE = { pass: 'passed', warn: 'passed', fail: 'failed', inconclusive: 'inconclusive' } as const

/** Checks of DVC data for a terminal: the answer, then what is at fault, with its pointer. */
export function dvcLines(checks: readonly Check[]): Line[] {
  return checks.flatMap(({ status, title, reason, hint, locations = [] }): Line[] => [
    { tone: TONE[status], text: visible(`${status.toUpperCase()} ${title}: ${reason}`) },
    ...locations.slice(0, MOST).map(({ file, line, note }) => ({
      tone: 'plain' as const,
      text: visible(`    ${file}${line === undefined ? '' : `:${line}`}${note === undefined ? '' : `  ${note}`}`),
    })),
    ...(locations.length > MOST
      ? [{ tone: 'muted' as const, text: `    and ${locations.length - MOST} more (--json lists them)` }]
      : []),
    ...(hint === undefined ? [] : [{ tone: 'plain' as const, text: visible(`    → ${hint}`) }]),
  ])
}
