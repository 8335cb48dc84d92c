import { z } from 'zod'
import { type ColumnDrift, driftItem } from '../evidently/drift-item.ts'
import { EvidentlyStatus, saidBy, worstSaid } from '../evidently/said.ts'
import { testBounds } from '../evidently/test-bounds.ts'
import { Measure } from '../measure.ts'
import { defineResultFormat, type ResultItem } from '../result-format.ts'

const TYPE = 'evidently:metric_v2:'
const CountValue = z.object({ count: Measure, share: Measure })

const Metric = z.object({
  id: z.string(),
  metric_name: z.string().optional(),
  config: z.looseObject({ type: z.string(), column: z.string().nullish() }),
  value: z.unknown(),
})
const Test = z.object({
  id: z.string(),
  name: z.string(),
  metric_config: z.object({ metric_id: z.string() }),
  test_config: z.record(z.string(), z.unknown()).nullish(),
  status: EvidentlyStatus,
  bound_test: z
    .object({ is_count: z.boolean().nullish(), test: z.object({ is_critical: z.boolean().nullish() }).nullish() })
    .nullish(),
})
type Metric = z.infer<typeof Metric>
type Test = z.infer<typeof Test>

const Report = z.object({ metrics: z.array(Metric), tests: z.array(Test).nullish() })
const Recognised = z.object({
  metrics: z.array(z.object({ config: z.object({ type: z.string().startsWith(TYPE) }) })),
  tests: z.array(z.unknown()).nullish(),
})

const DriftConfig = z.object({ column: z.string(), method: z.string(), threshold: Measure })
const DatasetConfig = z.object({ drift_share: z.number() })

/** What `save_json` and `json` of Evidently 0.7 give. The file does not say which version wrote it. */
export const evidently = defineResultFormat({
  id: 'evidently',
  tool: 'Evidently',
  title: 'an Evidently report',
  gate: 'drift-compare',
  hint: 'Run a report with tests (include_tests=True) or with drift metrics',
  recognise: value => Recognised.safeParse(value).success,
  read(value) {
    const { metrics, tests } = Report.parse(value)
    const byMetric = Map.groupBy(tests ?? [], test => test.metric_config.metric_id)
    const decided = metrics.some(metric => isOf(metric, 'DriftedColumnsCount')) && byMetric.size === 0
    const items = metrics.flatMap(metric => itemsOf(metric, byMetric.get(metric.id) ?? [], decided))
    return { version: '0.7', items: items.map(item => (item.method === undefined ? item : named(item, items))) }
  },
})

/** A column that several methods were asked about is told apart by them. */
const named = (item: ResultItem, all: readonly ResultItem[]): ResultItem =>
  all.some(other => other !== item && other.id === item.id) ? { ...item, id: `${item.id}.${item.method}` } : item

const isOf = ({ config }: Metric, type: string) => config.type === `${TYPE}${type}`

/** Where no test was run, Evidently leaves the decision to its flag for the dataset, and what drifted is told beside. */
function itemsOf(metric: Metric, tests: readonly Test[], byDataset: boolean): ResultItem[] {
  if (isOf(metric, 'ValueDrift')) {
    const { column, method, threshold } = DriftConfig.parse(metric.config)
    const said = worstSaid(tests.map(({ status }) => saidBy(status)))
    const isMild = byDataset || (tests.length > 0 && tests.every(isWarning))
    const drift: ColumnDrift = {
      column,
      method,
      threshold,
      score: Measure.parse(metric.value),
      said,
      breach: isMild ? 'warn' : 'fail',
    }
    return [driftItem(drift)]
  }
  if (isOf(metric, 'DriftedColumnsCount') && tests.length === 0) {
    const { drift_share: bar } = DatasetConfig.parse(metric.config)
    const { share } = CountValue.parse(metric.value)
    return [
      {
        id: 'drifted-columns',
        title: 'Share of drifted columns',
        value: share ?? Number.NaN,
        unit: 'share of columns',
        bounds: [{ comparator: '<', value: bar, breach: 'fail' }],
      },
    ]
  }
  return tests.map(test => testItem(metric, test))
}

const isWarning = ({ bound_test }: Test) => bound_test?.test?.is_critical === false

function testItem(metric: Metric, test: Test): ResultItem {
  const { column } = metric.config
  const kind = metric.config.type
    .replace(TYPE, '')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase()
  const value = testedValue(metric, test)
  const bounds = testBounds(test.test_config ?? {}, isWarning(test) ? 'warn' : 'fail')
  return {
    id: `${kind}.${column ? `${column}.` : ''}${test.id}`,
    title: test.name,
    ...(column ? { column } : {}),
    ...(value === undefined ? {} : { value }),
    bounds: value === undefined ? [] : bounds,
    said: saidBy(test.status),
    ...(bounds.length === 0
      ? { note: 'the bound is relative to a reference that is not in the file, or of a kind not known here' }
      : {}),
  }
}

/** The number a test is of; undefined where the metric has several and the file does not say which. */
function testedValue({ value }: Metric, { bound_test }: Test): number | undefined {
  if (value === null) return Number.NaN
  if (typeof value === 'number') return value
  const counted = CountValue.safeParse(value)
  const isCount = bound_test?.is_count
  if (!counted.success || typeof isCount !== 'boolean') return undefined
  return (isCount ? counted.data.count : counted.data.share) ?? Number.NaN
}
