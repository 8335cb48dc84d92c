import { compareColumns } from '../core/drift/compare-columns.ts'
import type { Findings } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import { compareDrift } from './compare-drift.ts'
import { judgeOperationalSeries } from './judge-operational-series.ts'
import type { GateCommand } from './produce-evidence.ts'

/** Compares what production sees with what the model was built on: tables, and the series of its operation. */
export const driftCompare = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) => drift.current !== undefined || drift.series !== undefined,
  async find(settings, ports) {
    const series = await judgeOperationalSeries(settings.drift, ports)
    const { current, reference } = settings.drift
    const tables = current !== undefined || reference !== undefined || !series
    const compared = tables ? await compareDrift(settings, ports) : nothing(settings)
    return {
      materials: [...compared.materials, ...(series?.materials ?? [])],
      checks: [...compared.checks, ...(series?.checks ?? [])],
      result: { ...compared.result, ...(series ? { series: series.result } : {}) },
    }
  },
} satisfies GateCommand<'drift-compare'>

/** Without tables, what a comparison of none gives. */
const nothing = ({ drift }: Settings): Findings<'drift-compare'> => ({
  materials: [],
  checks: [],
  result: { rows: { reference: 0, current: 0 }, ...compareColumns([], drift, { reference: '', current: '' }).result },
})
