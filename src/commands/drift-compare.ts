import { compareColumns } from '../core/drift/compare-columns.ts'
import type { Findings } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import { compareDrift } from './compare-drift.ts'
import { comparePredictions } from './compare-predictions.ts'
import { judgeOperationalSeries } from './judge-operational-series.ts'
import type { GateCommand } from './produce-evidence.ts'
import { takeResults } from './take-results.ts'

/** Compares what production sees with what the model was built on: tables, predictions, the series of its operation, and what another tool has found. */
export const driftCompare = {
  gate: 'drift-compare',
  async find(settings, ports) {
    const { current, reference, predictions, results, 'result-thresholds': thresholds } = settings.drift
    const series = await judgeOperationalSeries(settings.drift, ports)
    const predicted = predictions && (await comparePredictions(predictions, settings, ports))
    const taken = results && (await takeResults(results, thresholds, 'drift-compare', ports.files))
    const tables = current !== undefined || reference !== undefined || (!series && !predicted && !taken)
    const compared = tables ? await compareDrift(settings, ports) : nothing(settings)
    const letThrough = [...(compared.result.letThrough ?? []), ...(predicted?.letThrough ?? [])]
    return {
      materials: [
        ...compared.materials,
        ...(predicted?.materials ?? []),
        ...(series?.materials ?? []),
        ...(taken?.materials ?? []),
      ],
      checks: [...compared.checks, ...(predicted?.checks ?? []), ...(series?.checks ?? []), ...(taken?.checks ?? [])],
      result: {
        ...compared.result,
        ...(letThrough.length > 0 ? { letThrough } : {}),
        ...(predicted?.performance ? { performance: predicted.performance } : {}),
        ...(series ? { series: series.result } : {}),
      },
    }
  },
} satisfies GateCommand<'drift-compare'>

/** Without tables, what a comparison of none gives. */
const nothing = ({ drift }: Settings): Findings<'drift-compare'> => ({
  materials: [],
  checks: [],
  result: { rows: { reference: 0, current: 0 }, ...compareColumns([], drift, { reference: '', current: '' }).result },
})
