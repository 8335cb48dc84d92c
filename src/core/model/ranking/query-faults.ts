import type { Check } from '../../evidence.ts'
import { groupedRows } from '../grouped-rows.ts'
import { collectFaults, faultCheck } from '../predictions/faults.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import type { At } from '../predictions/reading.ts'
import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'

/** An inconclusive check where a query has nothing relevant to find: no ranking of it is better than another. */
export function queryFaults({ file, role }: PredictionSource, rows: Rows, at: At, column: string): Check[] {
  const relevance = numbersOf(rows, 'label')
  const faults = collectFaults()
  const groups = groupedRows(namesOf(rows, 'query'))
  for (const group of groups)
    if (!group.some(row => (relevance[row] ?? 0) > 0))
      faults.add('without one', at(group[0] ?? 0, column, 'nothing relevant'))
  return faultCheck(faults, groups.length, {
    id: `${role}.queries`,
    title: `Queries of ${file}`,
    expected: 'every query to have a result of a relevance above 0',
    hint: 'Leave queries without anything relevant out of the hold-out, or label what is relevant to them',
  })
}
