import { defineBehaviour } from '../behaviour.ts'
import { counted } from '../format.ts'
import { collectFaults } from '../predictions/faults.ts'

/** Whether no row of the hold-out, by id, is one that the model was trained on. */
export const trainOverlap = defineBehaviour({
  id: 'train-overlap',
  title: 'No training rows in the hold-out',
  check({ own, train }) {
    if (!train) return []
    const shared = collectFaults()
    for (const [row, id] of own.ids.entries())
      if (train.rowOf.has(id))
        shared.add('shared', {
          file: own.source.file,
          line: own.lines[row] ?? 1,
          column: own.source.id,
          note: `id ${id.slice(0, 80)}, line ${train.lines[train.rowOf.get(id) ?? 0]} of ${train.source.file}`,
        })
    const found = shared.counts.get('shared') ?? 0
    return [
      {
        id: 'train-overlap',
        title: `No row of ${own.source.file} in ${train.source.file}`,
        status: found === 0 ? 'pass' : 'fail',
        measured: { value: found, unit: 'rows', n: own.ids.length },
        required: { comparator: '=', value: 0, unit: 'rows' },
        reason:
          found === 0
            ? `None of ${counted(own.ids.length, 'row')} has the id of one of ${counted(train.ids.length, 'training row')}`
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
