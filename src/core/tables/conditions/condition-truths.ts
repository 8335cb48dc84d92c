import type { BoundTable } from '../bind-table.ts'
import type { RowTruths } from '../measures/judged-rows.ts'
import type { Condition } from './condition.ts'
import { type ColumnNamed, evaluate } from './evaluate.ts'

/** A condition over a table's columns, by the names the contract gives them. */
export function conditionTruths(condition: Condition, { columns }: Pick<BoundTable, 'columns'>): RowTruths {
  const named: ColumnNamed = name => columns.find(({ property }) => property.name === name)
  return Object.assign((batch: Parameters<RowTruths>[0]) => evaluate(condition, batch, named), {
    says: { condition, named, counts: false },
  })
}
