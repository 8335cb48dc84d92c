import { jensenShannonDivergence } from '../../stats/index.ts'
import { doaneEdges, histogram } from './numpy-histogram.ts'
import type { PandasColumn } from './pandas-column.ts'
import type { Profile, ToolFinding } from './profile.ts'

/** Chunks that rows are cut into; what is left over is one more. */
const CHUNKS = 10

/** Standard deviations over the mean of the reference's own chunks beyond which a chunk alerts. */
const DEVIATIONS = 3

/** UnivariateDriftCalculator of NannyML 0.13.1 with its defaults, rows in the order of the table. */
export const nannyml: Profile = {
  id: 'nannyml',
  tool: 'NannyML 0.13.1, UnivariateDriftCalculator',
  rule: 'A column has drifted where any of its chunks alerts, the table where any of its columns has: NannyML itself gives no verdict on either',
  caveats: [
    'Its threshold is the mean and three standard deviations of about ten chunks of the reference, which are part of what they are compared with, and of the size of their own table: where chunks of the current table are smaller, they alert without drift',
    'Chunks are not adjusted for: eleven chunks of thirty columns are 330 looks for one alert',
    'Its Jensen–Shannon number is the distance to base 2, not the divergence; the bins of numbers are those of Doane on the reference, what lies outside is a bin of its own',
    'Missing values are dropped before anything is compared',
  ],
  compare(reference, current) {
    const kind = reference.dtype === 'int' || reference.dtype === 'float' ? 'num' : 'cat'
    const base = { kind, method: 'Jensen-Shannon distance', comparator: '>' } as const
    const size = { reference: reference.values.length, current: current.values.length }
    if (Math.min(size.reference, size.current) < CHUNKS) return { ...base, note: `NannyML needs ${CHUNKS} rows a side` }
    const distance = kind === 'num' ? ofNumbers(reference, current) : ofCategories(reference)
    if (distance === undefined) {
      return { ...base, note: 'NannyML raises an error: a column of numbers holds text, an infinity or no value' }
    }
    const own = chunksOf(reference.values).map(distance)
    const threshold = upperThreshold(own.filter(value => value !== undefined))
    const found = chunksOf(current.values).map(distance)
    const alerts = found.filter(value => value !== undefined && value > threshold).length
    return {
      ...base,
      score: found.reduce<number>((most, value) => Math.max(most, value ?? 0), 0),
      threshold,
      drifted: alerts > 0,
      note: `the largest of ${found.length} chunks, of which ${alerts} ${alerts === 1 ? 'alerts' : 'alert'}`,
    }
  },
  decide: anyColumn,
}

type Values = PandasColumn['values']

/** The table has drifted where a column has. */
function anyColumn(findings: readonly ToolFinding[]) {
  const drifted = findings.filter(finding => finding.drifted).length
  const unknown = findings.filter(finding => finding.drifted === undefined).length
  const status = drifted > 0 ? 'fail' : unknown > 0 ? 'inconclusive' : 'pass'
  return {
    status,
    reason: `Expected no column to alert by NannyML's rules ${status === 'pass' ? 'and' : 'but'} found ${drifted} of ${findings.length}${unknown > 0 ? `, and ${unknown} of which nothing is known` : ''}`,
    measured: { value: drifted, unit: 'columns', n: findings.length },
    required: { comparator: '=', value: 0 },
  } as const
}

function chunksOf(values: Values): Values[] {
  const size = Math.floor(values.length / CHUNKS)
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size))
}

function upperThreshold(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return mean + DEVIATIONS * Math.sqrt(variance)
}

/** Distance of a chunk from the reference; undefined where the chunk has no value. Undefined itself where the tool fails. */
function ofNumbers(
  reference: PandasColumn,
  current: PandasColumn,
): ((chunk: Values) => number | undefined) | undefined {
  const numbers = numbersOf(reference.values)
  if (numbers === undefined || numbers.length === 0 || numbersOf(current.values) === undefined) return undefined
  const edges = doaneEdges(numbers)
  const shares = histogram(numbers, edges).map(count => count / numbers.length)
  return chunk => {
    const own = numbersOf(chunk) ?? []
    return distance(shares, histogram(own, edges), own.length)
  }
}

function ofCategories(reference: PandasColumn): (chunk: Values) => number | undefined {
  const counts = countsOf(reference.values)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const shares = [...counts.values()].map(count => count / total)
  return chunk => {
    const own = countsOf(chunk)
    const rows = [...own.values()].reduce((sum, count) => sum + count, 0)
    const known = [...counts.keys()].map(value => own.get(value) ?? 0)
    return distance(shares, known, rows)
  }
}

/** What is in no bin of the reference is one more, which the reference has nothing in. */
function distance(shares: readonly number[], counts: readonly number[], rows: number): number | undefined {
  if (rows === 0) return undefined
  const rest = rows - counts.reduce((sum, count) => sum + count, 0)
  return Math.sqrt(
    jensenShannonDivergence(
      [...shares, 0],
      [...counts, rest].map(count => count / rows),
      2,
    ),
  )
}

/** Undefined where a value is no finite number. */
function numbersOf(values: Values): number[] | undefined {
  const numbers: number[] = []
  for (const value of values) {
    if (value === undefined) continue
    if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
    numbers.push(value)
  }
  return numbers
}

function countsOf(values: Values): Map<number | string, number> {
  const counts = new Map<number | string, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
