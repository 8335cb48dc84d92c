import { defineBehaviour } from '../behaviour.ts'
import { counted } from '../format.ts'
import { collectFaults } from '../predictions/faults.ts'
import { placeIn } from '../predictions/place-in.ts'

/** Whether no row of the hold-out, by id, is one that the model was trained on. */
export const trainOverlap = defineBehaviour({
  id: 'train-overlap',
  title: 'No training rows in the hold-out',
  check({ own, train, shown }) {
    if (!train) return []
    const shared = collectFaults()
    const place = placeIn(own, shown)
    for (let row = 0; row < own.rows.n; row++)
      if (train.ids.rowOf(own.ids, row) !== undefined)
        shared.add('shared', () => place(row, own.source.id, `also in ${train.source.file}`))
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
              locations: [...shared.locations],
            }),
      },
    ]
  },
})
