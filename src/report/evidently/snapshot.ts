import type { DriftRow } from '../../core/drift/result.ts'
import type { Evidence } from '../../core/evidence.ts'
import type { Status } from '../../core/verdict.ts'

type DriftEvidence = Extract<Evidence, { gate: 'drift-compare' }>
type Sha256 = (text: string) => string

/** A metric and what it was found to be, as Evidently stores them. */
interface Metric {
  readonly id: string
  readonly result: object
  readonly widget: object
}

/**
 * What drift-compare found as a snapshot of Evidently 0.7, which its `Snapshot.load` and `evidently ui` read: by column the number that
 * decided with its limit, and the status as a test. Columns without a number are named in the metadata. Undefined without a comparison.
 */
export function evidentlySnapshot(
  { result, run, tool, verdict, materials }: DriftEvidence,
  sha256: Sha256,
): object | undefined {
  if (!result || result.columns.length === 0) return undefined
  const { columns, profile } = result
  const compared = columns.flatMap(row => columnMetric(row, profile?.id ?? 'proofmark', sha256) ?? [])
  const metrics = [datasetMetric(columns, sha256), ...compared]
  const missing = columns.filter(row => numberOf(row) === undefined).map(({ column }) => column)
  return {
    report: { items: [] },
    name: 'Proofmark drift-compare',
    // Evidently's own timestamps have no zone.
    timestamp: run.finishedAt.replace(/Z$/, ''),
    metadata: {
      'proofmark.version': tool.version,
      'proofmark.verdict': verdict,
      'proofmark.profile': profile?.id ?? 'proofmark',
      ...(missing.length > 0 && { 'proofmark.not-compared': missing.join(', ') }),
      ...Object.fromEntries(
        materials
          .filter(({ role }) => role === 'reference' || role === 'current')
          .map(({ role, digest }) => [`proofmark.${role}`, `sha256:${digest.sha256}`]),
      ),
    },
    tags: ['proofmark', verdict],
    metric_results: Object.fromEntries(metrics.map(({ id, result }) => [id, result])),
    top_level_metrics: metrics.map(({ id }) => id),
    widgets: metrics.map(({ widget }) => widget),
    tests_widgets: [],
  }
}

/** The number that decided on a column, and what it was held against. */
function numberOf({ tool, effect, limit }: DriftRow): { value: number; threshold: number | null } | undefined {
  const value = tool ? tool.score : effect
  return value === undefined ? undefined : { value, threshold: (tool ? tool.threshold : limit) ?? null }
}

const TEST_STATUS: Readonly<Record<Status, string>> = {
  pass: 'SUCCESS',
  warn: 'WARNING',
  fail: 'FAIL',
  inconclusive: 'ERROR',
}

function columnMetric(row: DriftRow, profile: string, sha256: Sha256): Metric | undefined {
  const number = numberOf(row)
  if (number === undefined) return undefined
  const { column } = row
  const by = row.tool ? row.tool.method : `${profile} ${row.method ?? ''}`
  const params = { type: 'evidently:metric_v2:ValueDrift', column, method: by, threshold: number.threshold }
  const status = row.tool?.drifted === undefined ? row.status : row.tool.drifted ? 'fail' : 'pass'
  const id = idOf(params, sha256)
  const said = `${by}: ${number.value.toPrecision(3)}${number.threshold === null ? '' : `, limit ${number.threshold}`}`
  const test = {
    id: 'drift',
    name: `Value Drift for column ${column}`,
    description: `${said}: ${status}, decided by Proofmark`,
    metric_config: { metric_id: id, params },
    test_config: {},
    status: TEST_STATUS[status],
    bound_test: null,
  }
  const title = `Drift in column '${column}'`
  return {
    id,
    result: singleValue(`Value drift for ${column}`, { metric_id: id, params }, {}, number.value, [test]),
    widget: counter(id, title, `${status}. ${said}`, sha256),
  }
}

/** Evidently's count of drifted columns; of ours, those that fail. */
function datasetMetric(columns: readonly DriftRow[], sha256: Sha256): Metric {
  const drifted = columns.filter(({ tool, status }) => (tool ? tool.drifted === true : status === 'fail')).length
  const params = { type: 'evidently:metric_v2:DriftedColumnsCount', drift_share: 0.5 }
  const id = idOf(params, sha256)
  const metric = { metric_id: id, params }
  const share = drifted / columns.length
  return {
    id,
    result: {
      type: 'evidently:metric_result_v2:CountValue',
      display_name: 'Count of Drifted Columns',
      metric_value_location: { metric, param: {} },
      widget: [],
      tests: [],
      count: singleValue('Count of Drifted Columns', metric, { value_type: 'count' }, drifted, []),
      share: singleValue('Share of Drifted Columns', metric, { value_type: 'share' }, share, []),
    },
    widget: counter(id, 'Drifted columns', `${drifted} of ${columns.length}`, sha256),
  }
}

const singleValue = (name: string, metric: object, param: object, value: number, tests: readonly object[]) => ({
  type: 'evidently:metric_result_v2:SingleValue',
  display_name: name,
  metric_value_location: { metric, param },
  widget: [],
  tests,
  value,
})

const counter = (id: string, title: string, label: string, sha256: Sha256) => ({
  type: 'counter',
  title: '',
  size: 2,
  id: sha256(`widget ${id}`).slice(0, 32),
  params: { counters: [{ value: title, label }] },
  linked_metrics: [id],
})

/** Of the length of Evidently's own fingerprints; it only tells metrics apart. */
const idOf = (params: object, sha256: Sha256): string => sha256(JSON.stringify(params)).slice(0, 32)
