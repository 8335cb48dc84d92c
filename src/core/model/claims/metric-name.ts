import { closestMatch } from 'leven'
import type { Task, TaskMetric } from '../task.ts'
import type { ClaimReader } from './claim-reader.ts'
import type { Token } from './tokens.ts'

const LONGEST = 4

/** A number that a metric is asked with: `@10`, `at 10`. */
const AT = /(?:@|at(?=[-_\s\d]))[-_\s]*(\d+(?:\.\d+)?)(?![\w.])/iy

/** The same of a metric that takes none: `auc at 0.8` is another mistake. */
const SIGN = /@\s*(\d+(?:\.\d+)?)(?![\w.])/y

/** Takes the longest run of words that names a metric by its id or an alias, and a number behind it that it is asked with. */
export function metricName(reader: ClaimReader, task: Task): { metric: TaskMetric; written: string } {
  const { metrics } = task
  const byName = new Map(metrics.flatMap(metric => [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric])))
  const first = reader.peek()
  if (first.kind !== 'word') throw reader.unexpected('the name of a metric')
  for (const metric of metrics) {
    const [text, number] = (metric.parameter?.written && reader.match(metric.parameter.written)) ?? []
    if (text !== undefined) return { metric: variant(reader, task, metric, { token: first, number }), written: text }
  }
  const runs = wordRuns(reader)
  const run = runs.toReversed().find(words => byName.has(nameOf(words)))
  const metric = run && byName.get(nameOf(run))
  if (run && metric) {
    for (const _ of run) reader.take()
    const token = reader.peek()
    const [text, number] = reader.match(metric.parameter ? AT : SIGN) ?? []
    if (text === undefined) return { metric, written: run.join(' ') }
    return { metric: variant(reader, task, metric, { token, number }), written: `${run.join(' ')}${text}` }
  }
  const meant = runs
    .toReversed()
    .map(words => closestName(words, byName.keys()))
    .find(name => name !== undefined)
  throw reader.error('claims.unknown-metric', `Unknown metric '${first.text}'`, {
    token: first,
    meant,
    hint: `Metrics: ${metrics
      .map(({ id }) => id)
      .toSorted()
      .join(', ')}`,
  })
}

function variant(
  reader: ClaimReader,
  task: Task,
  { id, parameter }: TaskMetric,
  { token, number }: { token: Token; number: string | undefined },
): TaskMetric {
  const found = task.variant(id, Number(number))
  if (found) return found
  if (!parameter)
    throw reader.error('claims.unsupported', `'${id}' is not asked with a number but found ${number}`, {
      token,
      hint: `Name it alone: ${id}`,
    })
  throw reader.error('claims.out-of-range', `Expected ${parameter.expected} but found ${number}`, { token })
}

/** The next words: one, two, … at most `LONGEST` of them. */
function wordRuns(reader: ClaimReader): string[][] {
  const runs: string[][] = []
  while (runs.length < LONGEST && reader.peek(runs.length).kind === 'word')
    runs.push([...(runs.at(-1) ?? []), reader.peek(runs.length).text])
  return runs
}

const nameOf = (words: readonly string[]) => words.join('-').toLowerCase()

function closestName(words: readonly string[], known: Iterable<string>): string | undefined {
  const name = nameOf(words)
  return closestMatch(name, [...known], { maxDistance: Math.max(1, Math.floor(name.length / 3)) })
}
