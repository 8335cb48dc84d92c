import { judgeSeries } from '../../../../src/core/drift/series/judge-series.ts'
import { logColumns } from '../../../../src/core/drift/series/log-columns.ts'
import { logReader } from '../../../../src/core/drift/series/log-reader.ts'
import { Series } from '../../../../src/core/drift/series/settings.ts'
import { aLog, type LogOptions } from './logs.ts'

const log = 'log.csv'
/** The three series of a made log, with the rules that are usual and those that are not. */
const usual = [
  { name: 'requests', kind: 'volume', log, count: 'requests' },
  { name: 'errors', kind: 'error-rate', log, count: 'requests', events: 'errors' },
  { name: 'latency', kind: 'latency', log, count: 'requests', value: 'latency' },
]
const every = { ewma: true, 'page-hinkley': true, 'generalised-esd': true, 'stl-residuals': { period: 24 } }

export interface Simulated {
  /** Ids of the checks that failed. */
  readonly failed: string[]
  readonly inconclusive: string[]
}

/** What the gate finds in one made log. */
export function simulate(options: LogOptions, { all = false, alpha = 0.05 } = {}): Simulated {
  const [header = '', ...lines] = aLog(options).trimEnd().split('\n')
  const names = header.split(',')
  const read = usual.map(raw => {
    const settings = Series.parse(all ? { ...raw, rules: every } : raw)
    const reader = logReader(settings, logColumns(settings, names, log))
    for (const [i, line] of lines.entries()) reader.add(line.split(','), i + 2)
    return { settings, source: log, gathered: reader.finish() }
  })
  const { checks } = judgeSeries(read, alpha)
  const having = (status: string) => checks.filter(check => check.status === status).map(({ id }) => id)
  return { failed: having('fail'), inconclusive: having('inconclusive') }
}

/** How production may look with nothing wrong in it. */
export const QUIET: Readonly<Record<string, Partial<LogOptions>>> = {
  'independent hours, 5 % noise': {},
  'neighbouring hours alike (ρ 0.85), 6 % noise': { noise: 0.06, correlation: 0.85 },
  'twenty requests an hour': { level: 20, errorRate: 0.05 },
  'error rates that vary by half': { spread: 0.5 },
  'a strong season': { season: 0.9, level: 2000 },
  'noise alike by day and by night': { added: 0.08, noise: 0.01, level: 2000 },
}
