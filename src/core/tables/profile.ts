import type { Column } from './column.ts'
import { categories } from './measures/categories.ts'
import { emptyCells } from './measures/empty-cells.ts'
import { sumOf } from './measures/exact-sum.ts'
import { extent } from './measures/extent.ts'
import { type Planned, plan } from './measures/planned.ts'
import { sum } from './measures/sum.ts'
import type { ColumnProfile } from './result.ts'

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number'])

/** What a column looks like, as evidence has it: numbers about its values only where the contract lets them be shown. */
export function profileOf(column: Column): Planned<ColumnProfile> {
  const counted = { cells: emptyCells(column), texts: categories(column) }
  const base = { column: column.name, type: column.type.id, sensitive: column.sensitive }
  const distinct = (counts: ReadonlyMap<string, number> | undefined) => (counts ? { distinct: counts.size } : {})
  if (!NUMERIC.has(column.type.id) || column.sensitive) {
    return plan(counted, ({ cells, texts }) => ({ ...base, nulls: cells.empty.count, ...distinct(texts.counts) }))
  }
  return plan({ ...counted, values: extent(column), total: sum(column) }, ({ cells, texts, values, total }) => {
    const mean = sumOf(total.sum) / total.n
    return {
      ...base,
      nulls: cells.empty.count,
      ...distinct(texts.counts),
      ...(values.n > 0 ? { min: values.low, max: values.high } : {}),
      ...(Number.isFinite(mean) ? { mean } : {}),
    }
  })
}
