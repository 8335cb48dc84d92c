import type { Batch } from '../batch.ts'
import type { BoundTable } from '../bind-table.ts'
import type { Measure } from '../measures/measure.ts'
import { selectRows } from '../select-rows.ts'
import type { Condition } from './condition.ts'
import { type ColumnNamed, evaluate, TRUE } from './evaluate.ts'

/** The rows that a rule speaks of. */
export interface RowFilter {
  /** The condition as the contract has it. */
  readonly source: string
  readonly condition: Condition
  readonly named: ColumnNamed
  select(batch: Batch): Batch
}

/** Selects the rows for which the condition is true: neither those for which it is false, nor those of which it cannot be said. */
export function rowFilter(source: string, condition: Condition, table: Pick<BoundTable, 'columns'>): RowFilter {
  const named = (name: string) => table.columns.find(({ property }) => property.name === name)
  const known = new WeakMap<Batch, Batch>()
  return {
    source,
    condition,
    named,
    select(batch) {
      const selected = known.get(batch) ?? select(batch)
      known.set(batch, selected)
      return selected
    },
  }

  function select(batch: Batch): Batch {
    const truths = evaluate(condition, batch, named)
    const chosen = new Uint32Array(batch.rows)
    let count = 0
    for (let row = 0; row < batch.rows; row++) if (truths[row] === TRUE) chosen[count++] = row
    return selectRows(batch, chosen.subarray(0, count))
  }
}

/** The key of a measure of some rows only. */
export const filteredKey = (key: string, { source }: RowFilter): string => `${key} where ${source}`

/** A measure of some rows only. */
export function filtered<State>(measure: Measure<State>, filter: RowFilter): Measure<State> {
  const { init, merge } = measure
  return {
    key: filteredKey(measure.key, filter),
    asks: { is: 'filtered', filter, measure },
    init,
    add: (state, batch) => measure.add(state, filter.select(batch)),
    merge,
  }
}
