import { code, escapeText } from '../markdown/escape.ts'
import { table } from '../markdown/table.ts'
import { VERDICT_SIGN } from '../words.ts'
import { gantt } from './gantt.ts'
import { day } from './lanes.ts'
import { certificateWords, type LifeReport, story } from './told.ts'

/** Events that the page lists; the log has all of them. */
const TOLD = 500

/** Models' lives as a page of Markdown: what is so now, the time line as a Mermaid chart, and everything that happened. */
export function lifeMarkdown({ log, unwitnessed, life, targets, dues }: LifeReport): string {
  const events = story(life)
  const left = events.length - TOLD
  const parts = [
    `# Models in ${escapeText(log)}`,
    `As of ${day(life.now)}. The log is the record; this page tells what it says.`,
    unwitnessed === undefined ? '' : `${VERDICT_SIGN.inconclusive} ${escapeText(unwitnessed)}`,
    table(
      ['Model', 'Model id', 'Certificate', 'In production at'],
      life.models.map(model => [
        escapeText(model.name),
        code(model.id.slice(0, 12)),
        escapeText(certificateWords(model)),
        targets
          .filter(({ to }) => to?.id === model.id)
          .map(({ target }) => code(target))
          .join(', ') || '–',
      ]),
    ),
    targets.length === 0
      ? ''
      : `## Targets\n\n${table(
          ['Status', 'Target', 'Points at', 'Since', 'Found'],
          targets.map(({ target, to, at, verdict, found }) => [
            VERDICT_SIGN[verdict],
            code(target),
            escapeText(to?.name ?? 'nothing'),
            day(at),
            escapeText(found),
          ]),
        )}`,
    dues.length === 0
      ? ''
      : `## Due\n\n${dues.map(({ model, what, at, overdue }) => `- ${overdue ? '❌' : '⚠️'} ${escapeText(`${model}: ${what} on ${day(at)}`)}`).join('\n')}`,
    `## Time line\n\n${gantt(life)}`,
    `## What happened\n\n${table(
      ['When', 'Model', 'What', ''],
      events.slice(-TOLD).map(({ at, model, what, more }) => [day(at), escapeText(model), what, escapeText(more)]),
    )}`,
    left > 0 ? `_${left} earlier events were left out; the log has them._` : '',
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}
