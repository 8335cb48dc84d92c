import type { Check } from '../evidence.ts'
import { groupedRows } from './grouped-rows.ts'
import { collectFaults, faultCheck } from './predictions/faults.ts'
import type { PredictionSource } from './predictions/prediction-source.ts'
import type { At } from './predictions/reading.ts'
import { namesOf, type Rows } from './predictions/rows.ts'

/** An inconclusive check where rows of one query or item do not all have one weight, or one cluster. */
export function alikeWithin(source: PredictionSource, rows: Rows, at: At): Check[] {
  const { file, role, reading } = source
  const groups = groupedRows(namesOf(rows, 'query'))
  return reading.needs
    .filter(({ side }) => side === 'attribute')
    .flatMap(need => {
      const column = rows.columns.get(need.role)
      if (!column) return []
      const cell = (row: number) => ('numbers' in column ? column.numbers[row] : column.codes[row])
      const faults = collectFaults()
      for (const group of groups) {
        const other = group.find(row => cell(row) !== cell(group[0] ?? 0))
        if (other !== undefined) faults.add('with several', at(other, need.column, 'not as above'))
      }
      return faultCheck(faults, groups.length, {
        id: `${role}.${need.role}-of-query`,
        title: `${need.title} of ${file}`,
        expected: `all rows of a query to have the same '${need.column}'`,
        hint: 'What is judged is the query: give all its rows the same',
      })
    })
}
