import { compareMetric, type MetricRow, pairMetrics } from '../core/dvc/metrics/compare-metrics.ts'
import { type MetricValue, readMetrics } from '../core/dvc/metrics/read-metrics.ts'
import type { MetricRule } from '../core/dvc/metrics/tolerance.ts'
import type { Check } from '../core/evidence.ts'
import { UserError } from '../core/user-error.ts'
import type { DvcData } from '../ports/dvc-data.ts'

export interface MetricsQuestion {
  readonly before: string
  /** Undefined: the workspace. */
  readonly after: string | undefined
  /** Files of metrics; those that dvc.yaml names where empty. */
  readonly files: readonly string[]
  readonly rules: readonly MetricRule[]
}

export interface MetricsAnswer {
  readonly rows: readonly (MetricRow & { readonly check: Check })[]
}

/** Holds the metrics of two revisions against each other. */
export async function compareMetrics(
  { before, after, files, rules }: MetricsQuestion,
  dvc: DvcData,
): Promise<MetricsAnswer> {
  const named =
    files.length > 0 ? files : [...new Set([...(await dvc.metricsFiles(before)), ...(await dvc.metricsFiles(after))])]
  if (named.length === 0)
    throw new UserError('dvc.no-metrics', 'Expected files of metrics but dvc.yaml names none', {
      hint: "List them under 'metrics' in dvc.yaml, or give them with --file",
    })
  const rows = pairMetrics(await side(before), await side(after))
  if (rows.length === 0)
    throw new UserError('dvc.no-metrics', `Expected metrics in ${named.join(', ')} but found none on either side`, {
      hint: 'Run the pipeline (dvc repro), and commit its metrics',
    })
  return { rows: rows.map(row => ({ ...row, check: compareMetric(row, rules) })) }

  async function side(revision: string | undefined): Promise<Map<string, Map<string, MetricValue>>> {
    const found = new Map<string, Map<string, MetricValue>>()
    for (const file of named) {
      const text = await dvc.readAt(revision, file)
      if (text !== undefined) found.set(file, readMetrics(file, text))
    }
    return found
  }
}
