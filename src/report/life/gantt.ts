import type { Life } from '../../core/record/promotion/life.ts'
import { visible } from '../markdown/escape.ts'
import { lanesOf, type Span } from './lanes.ts'

/** Models that a chart holds; GitHub shows none of more than 50 000 characters. */
const MODELS = 20
const MAX_LENGTH = 45_000

const TAG: Record<Span['kind'], string> = {
  valid: 'active, ',
  early: '',
  expired: 'done, ',
  revoked: 'crit, ',
  unknown: '',
  production: '',
  waiver: 'crit, done, ',
}

/** The time line as a Mermaid Gantt chart, which GitHub draws: the newest models, as many as it can show. */
export function gantt(life: Life): string {
  const sections = lanesOf({ ...life, models: life.models.slice(-MODELS) }).map(({ title, lanes }) => [
    `  section ${plain(title)}`,
    ...lanes.flatMap(({ label, spans, marks }) => [
      ...spans.map(
        ({ kind, from, to }) =>
          `  ${plain(nameOf(kind, label))} :${TAG[kind]}${time(from)}, ${time(Math.max(to, from + 3_600_000))}`,
      ),
      ...marks.map(
        ({ kind, title: said, at }) =>
          `  ${plain(kind === 'revocation' ? 'Revoked' : (said.split(' on ')[0] ?? ''))} :milestone, ${time(at)}, 0d`,
      ),
    ]),
  ])
  while (sections.length > 1 && sections.flat().join('\n').length > MAX_LENGTH) sections.shift()
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm',
    '  axisFormat %Y-%m-%d',
    ...sections.flat(),
    '```',
  ].join('\n')
}

const nameOf = (kind: Span['kind'], label: string) =>
  kind === 'production'
    ? `In production at ${label}`
    : kind === 'revoked'
      ? `${label}, revoked`
      : kind === 'expired'
        ? `${label}, expired`
        : label

/** Mermaid takes colons, commas, semicolons and number signs for its own. */
const plain = (text: string) =>
  visible(text)
    .replace(/[:;,#%{}<>`"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
const time = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
