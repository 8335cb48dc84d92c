import { visible } from '../markdown/escape.ts'
import type { Line } from '../terminal.ts'
import { day } from './lanes.ts'
import { certificateWords, type LifeReport } from './told.ts'

const SIGN = { passed: '✔', failed: '✘', inconclusive: '?' } as const

/** Models with their certificates, targets with what is wrong, and what is due, for a terminal. */
export function lifeLines({ log, unwitnessed, life, targets, dues }: LifeReport): Line[] {
  const rows = life.models.map(model => [
    model.name,
    model.id.slice(0, 12),
    certificateWords(model),
    targets
      .filter(({ to }) => to?.id === model.id)
      .map(({ target }) => target)
      .join(', ') || '–',
  ])
  const head = ['MODEL', 'MODEL ID', 'CERTIFICATE', 'IN PRODUCTION AT']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(row => visible(row[i] ?? '').length)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => visible(cell).padEnd(i === cells.length - 1 ? 0 : (widths[i] ?? 0))).join('  ')
  return [
    ...(unwitnessed === undefined
      ? []
      : [
          { tone: 'inconclusive' as const, text: `? ${visible(unwitnessed)}` },
          { tone: 'plain' as const, text: '' },
        ]),
    { tone: 'strong', text: line(head) },
    ...rows.map(row => ({ tone: 'plain' as const, text: line(row) })),
    ...(rows.length === 0 ? [{ tone: 'muted' as const, text: `${log} has no model yet` }] : []),
    ...(targets.length > 0 ? [{ tone: 'plain' as const, text: '' }] : []),
    ...targets.map(({ target, to, verdict, found }) => ({
      tone: verdict,
      text: `${SIGN[verdict]} ${visible(`${target} → ${to?.name ?? 'nothing'}: ${found}`)}`,
    })),
    ...(dues.length > 0 ? [{ tone: 'plain' as const, text: '' }] : []),
    ...dues.map(({ model, what, at, overdue }) => ({
      tone: overdue ? ('fail' as const) : ('warn' as const),
      text: visible(`! ${model}: ${what} on ${day(at)}${overdue ? ', which is over' : ''}`),
    })),
  ]
}
