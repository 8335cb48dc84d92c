import { z } from 'zod'
import { TestNode, testBounds } from '../dbt/test-bounds.ts'
import { type Bound, defineResultFormat, type ResultItem, type Said } from '../result-format.ts'

const Metadata = z.object({
  dbt_schema_version: z.string().includes('/run-results/'),
  dbt_version: z.string().max(100),
})
const Result = z.object({
  unique_id: z.string(),
  status: z.string(),
  failures: z.int().nonnegative().nullish(),
})
const RunResults = z.object({ metadata: Metadata, results: z.array(Result) })
const Manifest = z.object({ nodes: z.record(z.string(), z.unknown()) })

const SAID: Readonly<Record<string, Said>> = {
  pass: 'pass',
  success: 'pass',
  warn: 'warn',
  fail: 'fail',
  error: 'error',
  'runtime error': 'error',
  'partial success': 'error',
  skipped: 'skipped',
  'no-op': 'skipped',
}

/** `run_results.json` of dbt, with the bounds of its tests from the `manifest.json` beside it. */
export const dbt = defineResultFormat({
  id: 'dbt',
  tool: 'dbt',
  title: "dbt's run_results.json",
  gate: 'data-validate',
  hint: 'Run dbt test, or dbt build',
  beside: ['manifest.json'],
  recognise: value => z.object({ metadata: Metadata, results: z.array(z.unknown()) }).safeParse(value).success,
  read(value, beside) {
    const { metadata, results } = RunResults.parse(value)
    const nodes = Manifest.safeParse(beside('manifest.json')).data?.nodes
    const items = results.flatMap(result => itemOf(result, nodes))
    return { version: metadata.dbt_version, items }
  },
})

const isTest = (id: string) => id.startsWith('test.') || id.startsWith('unit_test.')

/** Tests; and of what was built what could not be. */
function itemOf(
  { unique_id: id, status, failures }: z.infer<typeof Result>,
  nodes?: Readonly<Record<string, unknown>>,
): ResultItem[] {
  const said = SAID[status] ?? 'error'
  const what = { id: shortened(id), title: id, said }
  if (!isTest(id)) return said === 'pass' ? [] : [{ ...what, bounds: [] }]
  const node = nodes && Object.hasOwn(nodes, id) ? TestNode.safeParse(nodes[id]).data : undefined
  const bounds = node ? testBounds(node.config) : usual(said)
  const column = node?.column_name ?? undefined
  return [
    {
      ...what,
      ...(column === undefined ? {} : { column }),
      ...(typeof failures === 'number' ? { value: failures, unit: 'failures' } : {}),
      bounds: typeof failures === 'number' ? bounds : [],
      ...(node || bounds.length > 0 ? {} : { note: 'its manifest.json is not beside it' }),
    },
  ]
}

/** `error_if` and `warn_if` unless the project says otherwise: no failure at all. */
const usual = (said: Said): Bound[] => [{ comparator: '=', value: 0, breach: said === 'warn' ? 'warn' : 'fail' }]

/** Without the project and the hash that dbt gives a generic test. */
const shortened = (id: string) => id.replace(/^(?:unit_)?test\.[^.]+\./, '').replace(/\.[0-9a-f]{10}$/, '')
