import type { ChangesSince } from '../core/record/decision/changes-since.ts'
import { dataSinceLine } from './data-since.ts'
import { listed } from './listed.ts'
import { code, escapeText } from './markdown/escape.ts'
import { table } from './markdown/table.ts'
import { formatNumber } from './numbers.ts'

/** What is another than in the certificate before: the claims then and now, and which files are others. */
export function changesSinceBlock({
  version,
  at,
  isSameModel,
  claims,
  dropped,
  files,
  data = [],
}: ChangesSince): string {
  const title = `**Since the certificate of ${version === undefined ? '' : `${escapeText(version)}, `}${at.slice(0, 10)}**`
  const rows = claims.map(({ title, before, now }) => [
    escapeText(title),
    told(before),
    told(now),
    difference(before, now),
  ])
  const facts = [
    isSameModel ? 'the model is the same' : 'the model is another',
    ...named('changed', files.changed),
    ...named('new', files.added),
    ...named('read no more', files.gone),
    ...(dropped.length > 0 ? [`no longer claimed: ${listed(dropped.map(claim => escapeText(claim)))}`] : []),
  ]
  return [
    `${title}: ${facts.join('; ')}`,
    rows.length > 0 ? table(['Claim', 'Before', 'Now', 'Change'], rows, ['left', 'right', 'right', 'right']) : '',
    data.map(since => `- ${dataSinceLine(since, { name: code, words: escapeText })}`).join('\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

type Value = ChangesSince['claims'][number]['now']

const told = (value: Value): string =>
  typeof value === 'number' ? formatNumber(value) : value === null ? 'nothing' : escapeText(String(value))

function difference(before: Value, now: Value): string {
  if (typeof before !== 'number' || typeof now !== 'number') return before === now ? '' : 'another'
  const change = now - before
  // What reads the same is the same: sums of decimals end in other last bits.
  if (formatNumber(before) === formatNumber(now)) return '='
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`
}

const named = (what: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${what}: ${listed(names.map(name => code(name)))}`]
