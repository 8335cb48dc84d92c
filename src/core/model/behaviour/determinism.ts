import { defineBehaviour } from '../behaviour.ts'
import { counted } from '../format.ts'
import { collectFaults } from '../predictions/faults.ts'
import { namedRow } from '../predictions/locate.ts'
import type { ColumnOfRows } from '../predictions/rows.ts'
import { sameRows } from '../predictions/same-rows.ts'

/** Numbers that differ by less come from another order of summing, not from another answer. */
const TOLERANCE = 1e-6

/** Whether the model says the same of the same rows twice. */
export const determinism = defineBehaviour({
  id: 'determinism',
  title: 'The same predictions twice',
  check({ own, repeat }) {
    if (!repeat) return []
    const check = { id: 'determinism', title: `The same predictions in ${own.source.file} and ${repeat.source.file}` }
    const again = sameRows(own, repeat, check)
    if ('status' in again) return [again]
    const outputs = own.source.reading.needs.filter(({ side }) => side === 'output')
    const differing = collectFaults()
    for (let row = 0; row < own.rows.n; row++) {
      const other = outputs.find(({ role }) => !isSame(own.rows.columns.get(role), again.columns.get(role), row))
      if (other) differing.add('otherwise', namedRow(own.source, own.places[row] ?? 0, other.column))
    }
    const found = differing.counts.get('otherwise') ?? 0
    return [
      {
        ...check,
        status: found === 0 ? 'pass' : 'fail',
        measured: { value: found, unit: 'rows', n: own.rows.n },
        required: { comparator: '=', value: 0, unit: 'rows' },
        reason:
          found === 0
            ? `${counted(own.rows.n, 'row')} with the same predictions, to within ${TOLERANCE}`
            : `${counted(found, 'row')} of ${counted(own.rows.n, 'row')} ${found === 1 ? 'is' : 'are'} predicted otherwise the second time, by more than ${TOLERANCE}`,
        ...(found === 0
          ? {}
          : {
              hint: 'Fix the seeds of the model and its features, or average over what is random',
              locate: differing.locate,
            }),
      },
    ]
  },
})

function isSame(mine: ColumnOfRows | undefined, its: ColumnOfRows | undefined, row: number): boolean {
  if (!mine || !its) return false
  if ('numbers' in mine)
    return (
      'numbers' in its && Math.abs((mine.numbers[row] ?? Number.NaN) - (its.numbers[row] ?? Number.NaN)) <= TOLERANCE
    )
  return 'codes' in its && mine.names[mine.codes[row] ?? 0] === its.names[its.codes[row] ?? 0]
}
