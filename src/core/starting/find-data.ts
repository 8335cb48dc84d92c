import { type ComparisonTables, isPart } from './find-comparison.ts'
import { sameHeader, type TableProfile } from './table-profile.ts'

/** The table that a contract is worth most for: whole rather than a part, of the header the model was built on, the largest. */
export function findData(
  tables: readonly TableProfile[],
  comparison: ComparisonTables | undefined,
): TableProfile | undefined {
  const rank = (table: TableProfile) =>
    (isPart(table) ? 2 : 0) + (comparison && !sameHeader(table, comparison.reference) ? 1 : 0)
  const [best] = tables
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows || b.columns.length - a.columns.length)
  return best
}
