import { selectRows } from '../predictions/rows.ts'
import { defineDegradation } from '../selftest/degradation.ts'
import { isGraded } from '../selftest/is-graded.ts'
import { predictedColumns } from '../selftest/predicted-columns.ts'
import { shareOf } from '../selftest/share-of.ts'
import { showShare } from '../selftest/show-share.ts'
import { withColumns } from '../selftest/with-columns.ts'

/** Gives a share of the rows each the prediction of another of them. Of all rows it leaves nothing that a model knows. */
export const shuffledPredictions = defineDegradation({
  id: 'shuffled-predictions',
  title: 'Shuffled predictions',
  sizes: [0.1, 0.25, 0.5, 1],
  show: showShare,
  mustCatch: () => 1,
  unseen: {
    reason: 'A model that knows nothing of the row passes',
    hint: 'Ask for a floor or a ceiling near what the model reaches',
  },
  prepare(subject) {
    const { own, order } = subject
    if (isGraded(subject)) return 'A grade says by itself how good its answer is, whatever row has it'
    const columns = predictedColumns(own)
    return share => {
      const count = shareOf(own.rows.n, share)
      const from = Uint32Array.from({ length: own.rows.n }, (_, row) => row)
      // The order is random, so that the next of it is any other row.
      for (let i = 0; i < count; i++) from[order[i] ?? 0] = order[(i + 1) % count] ?? 0
      const shuffled = selectRows(own.rows, from)
      return withColumns(
        own,
        columns.map(({ need: { role }, column }) => [role, shuffled.columns.get(role) ?? column]),
      )
    }
  },
})
