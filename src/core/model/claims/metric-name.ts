import { closestMatch } from 'leven'
import type { Task } from '../task.ts'
import type { ClaimReader } from './claim-reader.ts'

const LONGEST = 4
type TaskMetric = Task['metrics'][number]

/** Takes the longest run of words that names a metric by its id or an alias. */
export function metricName(reader: ClaimReader, { metrics }: Task): { metric: TaskMetric; written: string } {
  const byName = new Map(metrics.flatMap(metric => [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric])))
  const first = reader.peek()
  if (first.kind !== 'word') throw reader.unexpected('the name of a metric')
  const runs = wordRuns(reader)
  const run = runs.toReversed().find(words => byName.has(nameOf(words)))
  const metric = run && byName.get(nameOf(run))
  if (run && metric) {
    for (const _ of run) reader.take()
    return { metric, written: run.join(' ') }
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
