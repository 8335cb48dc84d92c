import { formatNumber } from '../format.ts'
import type { MetricInfo } from '../metric.ts'
import type { Task } from '../task.ts'
import type { Bound, Claim, NoWorseThanChampion } from './claim.ts'
import { type ClaimReader, readClaim } from './claim-reader.ts'
import { metricName } from './metric-name.ts'
import type { Token } from './tokens.ts'

const BOUNDS = new Map<string, Bound['kind']>([
  ['>=', 'floor'],
  ['≥', 'floor'],
  ['<=', 'ceiling'],
  ['≤', 'ceiling'],
])

const MEANT = new Map([
  ['>', '>='],
  ['=>', '>='],
  ['<', '<='],
  ['=<', '<='],
  ['not', 'no'],
])

/**
 * Reads one claim, in upper or lower case, words parted by spaces, hyphens or underscores:
 * `METRIC >= NUMBER`, `METRIC <= NUMBER`, `METRIC no worse than champion [by NUMBER]`.
 */
export function parseClaim(text: string, task: Task): Claim {
  const reader = readClaim(text)
  const start = reader.peek()
  const { metric, written } = metricName(reader, task)
  const next = reader.peek().text
  const kind = BOUNDS.get(next)
  if (kind) return bound(reader, text, metric, kind)
  if (reader.has('no')) return comparison(reader, text, { metric, start, task })
  throw reader.unexpected(`'>=', '<=' or 'no worse than champion' after '${written}'`, MEANT.get(next.toLowerCase()))
}

function bound(reader: ClaimReader, text: string, metric: MetricInfo, kind: Bound['kind']): Bound {
  const { value, token } = reader.number(reader.take().text)
  reader.end()
  const [least, greatest] = metric.range
  // A floor at the least value, or a ceiling at the greatest, holds for every model: it requires nothing.
  const possible = kind === 'floor' ? value > least && value <= greatest : value >= least && value < greatest
  if (!possible) {
    const [from, to] = kind === 'floor' ? ['above', 'at most'] : ['at least', 'below']
    throw outOfRange(reader, token, `a ${kind} ${from} ${least} and ${to} ${formatNumber(greatest)}`, value / 100)
  }
  return { kind, metric, value, text }
}

function comparison(
  reader: ClaimReader,
  text: string,
  { metric, start, task }: { metric: Task['metrics'][number]; start: Token; task: Task },
): NoWorseThanChampion {
  for (const word of ['worse', 'than', 'champion']) reader.word(word)
  const margin = reader.has('by') ? reader.number('by') : undefined
  reader.end()
  if (!metric.comparable)
    throw reader.error('claims.unsupported', `'${metric.id}' has no paired method to compare it with the champion's`, {
      token: start,
      hint: `These can be compared: ${comparableOf(task).join(', ')}`,
    })
  const kind = 'no-worse-than-champion'
  if (!margin) return { kind, metric, text }
  const greatest = metric.range[1]
  if (!(margin.value >= 0 && margin.value < greatest))
    throw outOfRange(
      reader,
      margin.token,
      `a margin of at least 0 and below ${formatNumber(greatest)}`,
      margin.value / 100,
    )
  return { kind, metric, margin: margin.value, text }
}

const comparableOf = ({ metrics }: Task) =>
  metrics
    .filter(({ comparable }) => comparable)
    .map(({ id }) => id)
    .toSorted()

const outOfRange = (reader: ClaimReader, token: Token, expected: string, proportion: number) =>
  reader.error('claims.out-of-range', `Expected ${expected} but found ${token.text}`, {
    token,
    ...(proportion > 0.01 && proportion < 1 ? { hint: `Give a proportion, e.g. ${formatNumber(proportion)}` } : {}),
  })
