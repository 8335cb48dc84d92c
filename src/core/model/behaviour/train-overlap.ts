import { defineBehaviour } from '../behaviour.ts'
import { counted } from '../format.ts'
import { collectFaults } from '../predictions/faults.ts'
import { namedRow, type Show } from '../predictions/locate.ts'

/** Whether no row of the hold-out, by id, is one that the model was trained on. */
export const trainOverlap = defineBehaviour({
  id: 'train-overlap',
  title: 'No training rows in the hold-out',
  check({ own, train }) {
    if (!train) return []
    const shared = collectFaults()
    for (let row = 0; row < own.rows.n; row++) {
      const twin = train.ids.rowOf(own.ids, row)
      if (twin === undefined) continue
      const line = (show: Show) => `line ${show(train.source, train.places[twin] ?? 0).line} of ${train.source.file}`
      shared.add('shared', namedRow(own.source, own.places[row] ?? 0, own.source.id, line))
    }
    const found = shared.counts.get('shared') ?? 0
    return [
      {
        id: 'train-overlap',
        title: `No row of ${own.source.file} in ${train.source.file}`,
        status: found === 0 ? 'pass' : 'fail',
        measured: { value: found, unit: 'rows', n: own.rows.n },
        required: { comparator: '=', value: 0, unit: 'rows' },
        reason:
          found === 0
            ? `None of ${counted(own.rows.n, 'row')} has the id of one of ${counted(train.rows.n, 'training row')}`
            : `${counted(found, 'row')} of the hold-out ${found === 1 ? 'has' : 'have'} the id of a training row`,
        ...(found === 0
          ? {}
          : {
              hint: 'Take rows that the model was trained on out of the hold-out; where ids are only row numbers, give ids of their own',
              locate: shared.locate,
            }),
      },
    ]
  },
})
