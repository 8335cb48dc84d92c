import type { BoundTable } from './bind-table.ts'
import type { Column } from './column.ts'
import { type Categories, categories } from './measures/categories.ts'
import { type EmptyCells, emptyCells } from './measures/empty-cells.ts'
import { sumOf } from './measures/exact-sum.ts'
import { type Extent, extent } from './measures/extent.ts'
import { type Planned, plan } from './measures/planned.ts'
import { type RowSample, rowSample, sampled } from './measures/row-sample.ts'
import { sum } from './measures/sum.ts'
import type { ColumnProfile } from './result.ts'

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number'])
/** Rows by which distributions are drawn. */
const DRAWN = 2000
/** Bars of a distribution, and categories that are told. */
const BARS = 12
const TOLD = 12

/** What the columns of a table look like, as evidence has it: numbers about their values only where the contract lets them be shown. */
export function profilesOf({ columns }: Pick<BoundTable, 'columns'>): Planned<ColumnProfile>[] {
  const measured = columns.filter(column => NUMERIC.has(column.type.id) && !column.sensitive)
  const sample = rowSample(measured, DRAWN)
  const drawnRows = onceFor((found: RowSample) => sampled(found, DRAWN))
  return columns.map(column => {
    const counted = { cells: emptyCells(column), texts: categories(column) }
    if (!measured.includes(column)) return plan(counted, ({ cells, texts }) => textProfile(column, cells, texts))
    return plan({ ...counted, values: extent(column), total: sum(column), sample }, found => {
      const { values, total } = found
      const mean = sumOf(total.sum) / total.n
      return {
        ...baseOf(column, found.cells, found.texts),
        ...(values.n > 0 ? { min: values.low, max: values.high } : {}),
        ...(Number.isFinite(mean) ? { mean } : {}),
        ...drawn(drawnRows(found.sample), measured.indexOf(column), values),
      }
    })
  })
}

const baseOf = ({ name, type, sensitive }: Column, { empty }: EmptyCells, { counts }: Categories) => ({
  column: name,
  type: type.id,
  sensitive,
  nulls: empty.count,
  ...(counts ? { distinct: counts.size } : {}),
})

/** The shares of the commonest values; their names too, but for booleans and texts of which many occur once. */
function textProfile(column: Column, cells: EmptyCells, texts: Categories): ColumnProfile {
  const base = baseOf(column, cells, texts)
  const counts = [...(texts.counts ?? [])].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const n = counts.reduce((all, [, count]) => all + count, 0)
  if (column.sensitive || n === 0 || counts.length > n / 2) return base
  const top = counts.slice(0, TOLD).map(([value, count]) => ({ value: value.slice(0, 60), share: count / n }))
  return { ...base, top }
}

/** The rows are the same for every column, and in order once. */
function onceFor<Rows>(read: (sample: RowSample) => Rows): (sample: RowSample) => Rows {
  let known: { readonly sample: RowSample; readonly rows: number; readonly read: Rows } | undefined
  return sample => {
    if (known?.sample !== sample || known.rows !== sample.rows)
      known = { sample, rows: sample.rows, read: read(sample) }
    return known.read
  }
}

/** Quantiles and the heights of bars between the extremes. */
function drawn(rows: ReturnType<typeof sampled>, index: number, { n, low, high }: Extent): Partial<ColumnProfile> {
  if (n === 0) return {}
  const all = new Float64Array(rows.length)
  let known = 0
  for (const row of rows) {
    const value = row[index] ?? Number.NaN
    if (!Number.isNaN(value)) all[known++] = value
  }
  const values = all.subarray(0, known).sort()
  if (values.length === 0) return {}
  const at = (share: number) => values[Math.round((values.length - 1) * share)] ?? Number.NaN
  const bars = new Array<number>(BARS).fill(0)
  for (const value of values) {
    const bar = high > low ? Math.min(BARS - 1, Math.floor(((value - low) / (high - low)) * BARS)) : 0
    bars[bar] = (bars[bar] ?? 0) + 1 / values.length
  }
  return { quantiles: { p05: at(0.05), p50: at(0.5), p95: at(0.95) }, bars }
}
