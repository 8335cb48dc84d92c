import { closestMatch } from 'leven'
import type { Metric } from '../metric.ts'
import * as metrics from '../metrics/index.ts'
import type { ClaimReader } from './claim-reader.ts'

const LONGEST = 4
const METRICS: readonly Metric[] = Object.values(metrics)
const BY_NAME = new Map(METRICS.flatMap(metric => [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric])))

/** Takes the longest run of words that names a metric by its id or an alias. */
export function metricName(reader: ClaimReader): { metric: Metric; written: string } {
  const first = reader.peek()
  if (first.kind !== 'word') throw reader.unexpected('the name of a metric')
  const runs = wordRuns(reader)
  const run = runs.toReversed().find(words => BY_NAME.has(nameOf(words)))
  const metric = run && BY_NAME.get(nameOf(run))
  if (run && metric) {
    for (const _ of run) reader.take()
    return { metric, written: run.join(' ') }
  }
  const meant = runs
    .toReversed()
    .map(closestName)
    .find(name => name !== undefined)
  throw reader.error('claims.unknown-metric', `Unknown metric '${first.text}'`, {
    token: first,
    meant,
    hint: `Metrics: ${METRICS.map(({ id }) => id)
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

function closestName(words: readonly string[]): string | undefined {
  const name = nameOf(words)
  return closestMatch(name, [...BY_NAME.keys()], { maxDistance: Math.max(1, Math.floor(name.length / 3)) })
}
