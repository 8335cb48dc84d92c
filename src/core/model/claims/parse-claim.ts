import { formatNumber } from '../format.ts'
import type { MetricInfo } from '../metric.ts'
import type { Task } from '../task.ts'
import type { Bound, Claim } from './claim.ts'
import { type ClaimReader, readClaim } from './claim-reader.ts'
import { formAhead, type Unwritten } from './forms.ts'
import { metricName } from './metric-name.ts'
import { modifiers, requireEnd } from './modifiers.ts'
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
 * `METRIC >= NUMBER`, `METRIC <= NUMBER`, `METRIC no worse than champion [by NUMBER]`, `METRIC better than champion
 * [by NUMBER]`, or one of the other forms; then what rows it is about, `at alpha NUMBER`, `with at least NUMBER rows`.
 */
export function parseClaim(text: string, task: Task): Claim {
  const reader = readClaim(text)
  const start = reader.peek()
  const form = formAhead(reader)
  const claim = form ? form.read(reader) : onMetric(reader, task)
  const onRows = reader.peek()
  const { scope, ...others } = modifiers(reader)
  reader.end()
  if (scope && !('metric' in claim))
    throw reader.error('claims.unsupported', `Only claims on a metric can be about some of the rows`, { token: onRows })
  if (form && task.twoClasses === undefined && claim.kind !== 'latency' && claim.kind !== 'model-size')
    throw reader.error('claims.unsupported', `The task ${task.id} has no such claim`, {
      token: start,
      hint: `It is for tasks with two classes and the probability of one of them: binary`,
    })
  return { ...claim, ...(scope ? { scope } : {}), ...others, text }
}

function onMetric(reader: ClaimReader, task: Task): Unwritten {
  const start = reader.peek()
  const { metric, written } = metricName(reader, task)
  const next = reader.peek().text
  const kind = BOUNDS.get(next)
  if (kind) return bound(reader, metric, kind)
  if (reader.has('no')) {
    reader.word('worse')
    return { kind: 'no-worse-than-champion', ...comparison(reader, { metric, start, task }) }
  }
  if (reader.has('better')) return { kind: 'better-than-champion', ...comparison(reader, { metric, start, task }) }
  throw reader.unexpected(`'>=', '<=' or 'no worse than champion' after '${written}'`, MEANT.get(next.toLowerCase()))
}

function bound(reader: ClaimReader, metric: MetricInfo, kind: Bound['kind']): Unwritten {
  const { value, token } = reader.number(reader.take().text)
  requireEnd(reader)
  const [least, greatest] = metric.range
  // A floor at the least value, or a ceiling at the greatest, holds for every model: it requires nothing.
  const possible = kind === 'floor' ? value > least && value <= greatest : value >= least && value < greatest
  if (!possible) {
    const [from, to] = kind === 'floor' ? ['above', 'at most'] : ['at least', 'below']
    throw outOfRange(reader, token, `a ${kind} ${from} ${least} and ${to} ${formatNumber(greatest)}`, value / 100)
  }
  return { kind, metric, value }
}

function comparison(
  reader: ClaimReader,
  { metric, start, task }: { metric: Task['metrics'][number]; start: Token; task: Task },
): { metric: MetricInfo; margin?: number } {
  for (const word of ['than', 'champion']) reader.word(word)
  const margin = reader.has('by') ? reader.number('by') : undefined
  requireEnd(reader)
  if (!metric.comparable)
    throw reader.error('claims.unsupported', `'${metric.id}' has no paired method to compare it with the champion's`, {
      token: start,
      hint: `These can be compared: ${comparableOf(task).join(', ')}`,
    })
  if (!margin) return { metric }
  const greatest = metric.range[1]
  if (!(margin.value >= 0 && margin.value < greatest))
    throw outOfRange(
      reader,
      margin.token,
      `a margin of at least 0 and below ${formatNumber(greatest)}`,
      margin.value / 100,
    )
  return { metric, margin: margin.value }
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
