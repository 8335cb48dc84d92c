import type { Check } from '../../evidence.ts'
import { counted } from '../format.ts'
import { numbersOf, type Rows } from '../predictions/rows.ts'
import { seriesOf } from './naive-scales.ts'

/** An inconclusive check where a history goes on when the hold-out of its series has begun: what scales errors must not be judged, too. */
export function laterHistory(rows: Rows, history: Rows, file: string): Check[] {
  const begun = new Map<string, number>()
  const [own, its] = [seriesOf(rows), seriesOf(history)]
  for (const [row, time] of numbersOf(rows, 'time').entries())
    begun.set(own(row), Math.min(begun.get(own(row)) ?? Number.POSITIVE_INFINITY, time))
  let late = 0
  for (const [row, time] of numbersOf(history, 'time').entries())
    if (time >= (begun.get(its(row)) ?? Number.POSITIVE_INFINITY)) late++
  if (late === 0) return []
  return [
    {
      id: 'history.later',
      title: `Times of ${file}`,
      status: 'inconclusive',
      measured: { value: late, unit: 'rows', n: history.n },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected the history of every series to end before its hold-out begins but found ${counted(late, 'row')} that are later`,
      hint: "Leave the hold-out's times out of the history",
      locations: [{ file }],
    },
  ]
}
