import { judgeSeries } from '../core/drift/series/judge-series.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { readSeries } from './read-series.ts'

/** Reads and judges the operational series of the settings; nothing where there are none. */
export async function judgeOperationalSeries({ series: asked, alpha }: Settings['drift'], ports: Ports) {
  if (asked === undefined) return undefined
  const { series, materials } = await readSeries(asked, ports)
  return { materials, ...judgeSeries(series, alpha) }
}
