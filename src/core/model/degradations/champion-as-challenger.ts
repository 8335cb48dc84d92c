import { selectRows } from '../predictions/rows.ts'
import { defineDegradation } from '../selftest/degradation.ts'
import { predictedColumns } from '../selftest/predicted-columns.ts'
import { withColumns } from '../selftest/with-columns.ts'

/** Puts the champion in the challenger's place: it is not better than itself. */
export const championAsChallenger = defineDegradation({
  id: 'champion-as-challenger',
  title: 'The champion once more',
  sizes: [1],
  show: () => '',
  mustCatch: () => 1,
  unseen: {
    reason: 'The champion once more passes, though it is not better than itself',
    hint: 'Look at the claim that asks for a better model: its champion may be another file than the settings name',
  },
  prepare({ own, champion, claims }) {
    if (!champion || !claims.some(({ kind }) => kind === 'better-than-champion'))
      return 'No claim asks for more than the champion reaches'
    const twins = new Uint32Array(own.rows.n)
    for (let row = 0; row < twins.length; row++) twins[row] = champion.ids.rowOf(own.ids, row) ?? 0
    const its = selectRows(champion.rows, twins)
    return () =>
      withColumns(
        own,
        predictedColumns(own).map(({ need: { role }, column }) => [role, its.columns.get(role) ?? column]),
      )
  },
})
