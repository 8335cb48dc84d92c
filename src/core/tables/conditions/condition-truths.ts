import type { Batch } from '../batch.ts'
import type { BoundTable } from '../bind-table.ts'
import type { Condition } from './condition.ts'
import { evaluate, type Truths } from './evaluate.ts'

/** A condition over a table's columns, by the names the contract gives them. */
export const conditionTruths =
  (condition: Condition, { columns }: Pick<BoundTable, 'columns'>): ((batch: Batch) => Truths) =>
  batch =>
    evaluate(condition, batch, name => columns.find(({ property }) => property.name === name))
