import { grouped } from '../../wording/grouped.ts'
import { defineMethod } from '../method.ts'
import { quoted } from '../quoted.ts'
import { unseenOf } from '../unseen.ts'

/** Share of current rows whose category the reference never had; what a one-hot encoder ignores or fails on. */
export const unseenCategories = defineMethod({
  id: 'unseen-categories',
  title: 'Rows of categories the reference never had',
  variant:
    'Share of all current rows whose value is in no row of the reference, text compared exactly, numbers by value. ' +
    'Counted, not estimated: nothing is inferred beyond these rows',
  accepts: ['categorical', 'boolean'],
  question: 'unseen-categories',
  claim: 'only known categories',
  quantity: 'a share of rows in unseen categories',
  limit: 'max-unseen-share',
  remedy: 'Map the values to categories the model knows, or train it on rows that have them',
  measure(column) {
    const { rows, values, line } = unseenOf(column)
    const { rows: n } = column.current
    if (n === 0) return undefined
    return {
      effect: rows / n,
      n,
      ...(rows === 0
        ? {}
        : {
            detail: `${grouped(rows)} of ${grouped(n)} rows`,
            ...(values ? { values: values.map(quoted).join(', ') } : {}),
          }),
      ...(line === undefined ? {} : { line }),
    }
  },
})
