import { z } from 'zod'
import { driftItem } from '../evidently/drift-item.ts'
import { legacyTest } from '../evidently/legacy-test.ts'
import { Measure } from '../measure.ts'
import { defineResultFormat, type ResultItem } from '../result-format.ts'

const Column = z.object({
  stattest_name: z.string(),
  stattest_threshold: Measure,
  drift_score: Measure,
  drift_detected: z.boolean(),
})
const Dataset = z.object({
  drift_share: z.number().optional(),
  number_of_columns: z.int(),
  number_of_drifted_columns: z.int(),
  dataset_drift: z.boolean(),
})
const Table = z.object({ drift_by_columns: z.record(z.string(), Column) })
const OneColumn = Column.extend({ column_name: z.string() })

const Metrics = z.object({
  version: z.string().max(100),
  timestamp: z.string(),
  metrics: z.array(z.object({ metric: z.string(), result: z.unknown() })),
})
const Tests = z.object({
  version: z.string().max(100),
  timestamp: z.string(),
  tests: z.array(z.looseObject({ name: z.string(), status: z.string() })),
  summary: z.object({ total_tests: z.int() }),
})

/** Reports and test suites of Evidently 0.4 to 0.6, and of `evidently.legacy` since. */
export const evidentlyLegacy = defineResultFormat({
  id: 'evidently-legacy',
  tool: 'Evidently',
  title: 'a report or test suite of Evidently before 0.7',
  gate: 'drift-compare',
  hint: 'Run a test suite, or a report with drift metrics',
  recognise: value => Metrics.safeParse(value).success || Tests.safeParse(value).success,
  read(value) {
    const suite = Tests.safeParse(value)
    if (suite.success) {
      const { version, tests, summary } = suite.data
      const short = summary.total_tests !== tests.length
      return {
        version,
        items: tests.map(legacyTest),
        ...(short ? { incomplete: `it lists ${tests.length} of ${summary.total_tests} tests` } : {}),
      }
    }
    const { version, metrics } = Metrics.parse(value)
    const byDataset = metrics.some(({ metric }) => metric === 'DatasetDriftMetric')
    return { version, items: metrics.flatMap(each => itemsOf(each, byDataset)) }
  },
})

/** A column alone fails only where no metric decides on the dataset. */
function itemsOf({ metric, result }: { metric: string; result?: unknown }, byDataset: boolean): ResultItem[] {
  if (metric === 'DatasetDriftMetric') return [datasetItem(Dataset.parse(result))]
  if (metric === 'ColumnDriftMetric') {
    const { column_name: column, ...found } = OneColumn.parse(result)
    return [columnItem(column, found, 'fail')]
  }
  if (metric !== 'DataDriftTable') return []
  return Object.entries(Table.parse(result).drift_by_columns).map(([column, found]) =>
    columnItem(column, found, byDataset ? 'warn' : 'fail'),
  )
}

const columnItem = (column: string, found: z.infer<typeof Column>, breach: 'warn' | 'fail'): ResultItem =>
  driftItem({
    column,
    method: found.stattest_name,
    score: found.drift_score,
    threshold: found.stattest_threshold,
    said: found.drift_detected ? breach : 'pass',
    breach,
  })

/** The share is computed again from the counts. */
function datasetItem({
  drift_share,
  number_of_columns: n,
  number_of_drifted_columns: drifted,
  dataset_drift,
}: z.infer<typeof Dataset>): ResultItem {
  return {
    id: 'drifted-columns',
    title: 'Share of drifted columns',
    value: n === 0 ? Number.NaN : drifted / n,
    unit: 'share of columns',
    n,
    bounds: drift_share === undefined ? [] : [{ comparator: '<', value: drift_share, breach: 'fail' }],
    said: dataset_drift ? 'fail' : 'pass',
  }
}
