import { CARD_FIELDS, type CardField } from '../../core/model/card/card.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { table } from '../markdown/table.ts'
import { formatBytes, formatInterval, formatNumber, formatShare } from '../numbers.ts'
import { STATUS_SIGN, VERDICT_WORD } from '../words.ts'
import type { ModelCardDocument } from './model-card.ts'

const HEADINGS: Record<CardField, string> = {
  description: 'What it does',
  owner: 'Owner',
  contact: 'Contact',
  licence: 'Licence',
  'intended-use': 'Intended use',
  'out-of-scope': 'Out of scope',
  users: 'Users',
  'training-data': 'Training data',
  limitations: 'Limitations',
  'ethical-considerations': 'Ethical considerations',
}

/** A model card for people. What is declared is its owner's word; what is measured stands in the evidence with the same digests. */
export function modelCardMarkdown(card: ModelCardDocument): string {
  const { model, verdict, declared } = card
  const title = [model.name ?? 'Model', model.version].filter(part => part !== undefined).join(' ')
  const parts = [
    `# ${escapeText(title)}`,
    `${VERDICT_WORD[verdict]} by model-certify; its evidence says what was asked and found.`,
    ...CARD_FIELDS.flatMap(field => section(HEADINGS[field], declared[field])),
    claims(card),
    metrics(card),
    files('Data it was judged on', card.data),
    files('Model files', card.files),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function section(heading: string, said: string | readonly string[] | undefined): string[] {
  if (said === undefined) return []
  const body =
    typeof said === 'string' ? escapeText(said, 4000) : said.map(item => `- ${escapeText(item, 1000)}`).join('\n')
  return [`## ${heading}`, body]
}

function claims({ claims }: ModelCardDocument): string {
  if (claims.length === 0) return ''
  const rows = claims.map(({ claim, status, measured }) => [
    STATUS_SIGN[status],
    escapeText(claim),
    typeof measured?.value === 'number' ? formatNumber(measured.value) : '',
    measured?.interval ? formatInterval(measured.interval) : '',
  ])
  return `## Claims\n\n${table(['Status', 'Claim', 'Found', 'Interval'], rows, ['left', 'left', 'right', 'right'])}`
}

function metrics({ metrics }: ModelCardDocument): string {
  if (metrics.length === 0) return ''
  const rows = metrics.map(({ title, value, interval, level, n }) => [
    escapeText(title),
    value === null ? 'undefined' : formatNumber(value),
    interval && level !== undefined ? `${formatInterval(interval)} at ${formatShare(level)}` : '',
    formatNumber(n),
  ])
  return `## Metrics\n\n${table(['Metric', 'Value', 'Interval', 'Rows'], rows, ['left', 'right', 'right', 'right'])}`
}

function files(
  heading: string,
  all: readonly { readonly name: string; readonly bytes: number; readonly digest: { readonly sha256: string } }[],
): string {
  if (all.length === 0) return ''
  const rows = all.map(({ name, bytes, digest }) => [code(name), formatBytes(bytes), code(digest.sha256)])
  return `## ${heading}\n\n${table(['File', 'Size', 'SHA-256'], rows, ['left', 'right', 'left'])}`
}
