import { defineDegradation } from '../selftest/degradation.ts'
import { hardestRows } from '../selftest/hardest-rows.ts'
import { shareOf } from '../selftest/share-of.ts'
import { showShare } from '../selftest/show-share.ts'
import { someRows } from '../selftest/some-rows.ts'

/** Leaves out the rows that the model does worst on, which makes it look better. Only a second file with all rows can tell. */
export const droppedRows = defineDegradation({
  id: 'dropped-rows',
  title: 'Hardest rows left out',
  sizes: [0.01, 0.05, 0.1],
  show: showShare,
  mustCatch: ({ champion }) => (champion ? 0.01 : undefined),
  unseen: {
    reason: 'A file without the rows that the model has wrong passes: no other file says which rows there are',
    hint: "Give 'champion', so that a row that is missing is told by its id",
  },
  prepare(subject) {
    const { own } = subject
    const hardest = hardestRows(subject)
    // In file order, as such a file would be.
    return share => someRows(own, hardest.slice(shareOf(own.rows.n, share)).sort())
  },
})
