import type { PrometheusSource } from '../core/drift/series/settings.ts'
import type { Finding, Probe } from '../ports/probe.ts'
import { clockOf } from './clock-of.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

const HOUR = 3_600_000

/** Every Prometheus query of `drift.series`. */
export const prometheusProbe: ProbeKind = {
  async open(world) {
    const series = world.settings?.drift.series ?? []
    return series.flatMap(({ name, prometheus }): Probe[] =>
      prometheus === undefined
        ? []
        : [{ name: `Prometheus ${prometheus.url} (${name})`, ask: () => findings(prometheus, world) }],
    )
  },
}

async function findings(source: PrometheusSource, { environment, root }: ProbeWorld): Promise<readonly Finding[]> {
  const [{ prometheus }, { localFiles }] = await Promise.all([
    import('../prometheus/prometheus.ts'),
    import('../files/local-files.ts'),
  ])
  const { range } = prometheus({ environment, readText: path => localFiles(root).readText(path) })
  const end = source.until === undefined ? Date.now() : Date.parse(source.until)
  const series = await range(source, source.query, { start: end - HOUR, end, step: HOUR / 60 })
  const ca = source.ca === undefined ? undefined : await localFiles(root).readText(source.ca)
  const timed = await clockOf(source.url, ca)
  if (series.length > 0)
    return [{ asked: 'query', status: 'ok', found: `${series.length} series in its last hour` }, ...timed]
  const remedy = 'Try the query in the page of the server; nothing would be judged'
  return [{ asked: 'query', status: 'warn', found: 'no series in its last hour', remedy }, ...timed]
}
