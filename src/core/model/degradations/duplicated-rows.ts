import { defineDegradation } from '../selftest/degradation.ts'
import { hardestRows } from '../selftest/hardest-rows.ts'
import { shareOf } from '../selftest/share-of.ts'
import { showShare } from '../selftest/show-share.ts'
import { someRows } from '../selftest/some-rows.ts'

/** Repeats the rows that the model does best on, which makes it look better and its intervals narrower. */
export const duplicatedRows = defineDegradation({
  id: 'duplicated-rows',
  title: 'Easiest rows repeated',
  sizes: [0.01, 0.05, 0.1],
  show: showShare,
  mustCatch: () => 0.01,
  unseen: {
    reason: 'A file in which rows are repeated passes',
    hint: "Name the column that identifies a row in 'id'",
  },
  prepare(subject) {
    const { own } = subject
    const hardest = hardestRows(subject)
    const all = Uint32Array.from({ length: own.rows.n }, (_, row) => row)
    return share => {
      const easiest = hardest.subarray(-shareOf(own.rows.n, share))
      const chosen = new Uint32Array(all.length + easiest.length)
      chosen.set(all)
      chosen.set(easiest, all.length)
      return someRows(own, chosen)
    }
  },
})
