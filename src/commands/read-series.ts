import type { ReadSeries } from '../core/drift/series/judge-series.ts'
import { logColumns } from '../core/drift/series/log-columns.ts'
import { type LogReader, logReader } from '../core/drift/series/log-reader.ts'
import { metricWindow, readMetrics } from '../core/drift/series/metrics-reader.ts'
import type { Series } from '../core/drift/series/settings.ts'
import type { Material } from '../core/evidence.ts'
import { UserError } from '../core/user-error.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { Log, Ports, Table } from '../ports.ts'

/** Rows between two reports of progress. */
const REPORT = 100_000

/** Reads every series, each log once whatever the number of series in it. One that cannot be read says so; the others go on. */
export async function readSeries(
  all: readonly Series[],
  ports: Ports,
): Promise<{ series: ReadSeries[]; materials: Material[] }> {
  const found = new Map<Series, ReadSeries>()
  const materials: Material[] = []
  for (const [path, own] of Map.groupBy(all, ({ log }) => log)) {
    if (path === undefined) continue
    try {
      const table = await ports.tables.open(path)
      const readers = own.flatMap(settings => readerOf(settings, table, path, found))
      await readAll(
        table,
        readers.map(({ reader }) => reader),
        path,
        ports.log,
      )
      materials.push(table.material('series'))
      for (const { settings, reader } of readers)
        found.set(settings, { settings, source: path, gathered: reader.finish() })
    } catch (error) {
      for (const settings of own) found.set(settings, failed(settings, path, error))
    }
  }
  for (const settings of all) {
    const { prometheus: source } = settings
    if (source === undefined) continue
    ports.log.progress(`${settings.name}: ${source.url} …`)
    try {
      const window = metricWindow(settings, source, ports.now().getTime())
      const query = await ports.metrics.range(source, source.query, window)
      const traffic =
        source.traffic === undefined ? undefined : await ports.metrics.range(source, source.traffic, window)
      const text = JSON.stringify({ window, query, traffic })
      const name = `${settings.name} of ${source.url}`
      materials.push({
        name,
        role: 'series',
        digest: { sha256: ports.sha256(text) },
        bytes: new TextEncoder().encode(text).length,
      })
      found.set(settings, {
        settings,
        source: source.url,
        gathered: readMetrics(settings, source, window, { query, traffic }),
      })
    } catch (error) {
      found.set(settings, failed(settings, source.url, error))
    }
  }
  return { series: all.map(settings => found.get(settings) ?? { settings, source: settings.log ?? '' }), materials }
}

function readerOf(settings: Series, table: Table, path: string, found: Map<Series, ReadSeries>) {
  try {
    return [{ settings, reader: logReader(settings, logColumns(settings, table.header, path)) }]
  } catch (error) {
    found.set(settings, failed(settings, path, error))
    return []
  }
}

async function readAll(table: Table, readers: readonly LogReader[], path: string, log: Log): Promise<void> {
  let rows = 0
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      for (const reader of readers) reader.add(cells, line)
      if (++rows % REPORT === 0) log.progress(`${path}: ${grouped(rows)} rows`)
    }
  }
}

/** What the reader can mend becomes a check of the series; all else is our bug. */
function failed(settings: Series, source: string, error: unknown): ReadSeries {
  if (!(error instanceof UserError)) throw error
  return {
    settings,
    source,
    failure: { reason: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) },
  }
}
