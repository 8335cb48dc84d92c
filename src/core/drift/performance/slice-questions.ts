import type { Rows } from '../../model/predictions/rows.ts'
import { selectRows } from '../../model/predictions/rows.ts'
import { groupRows } from '../../model/slices/group-rows.ts'
import { type Asking, type ComparedRows, metricQuestions } from './metric-questions.ts'
import type { Question } from './question.ts'

/** Rows of a slice, and of each class, below which it is not judged. */
export const LEAST_OF_SLICE = { rows: 30, ofClass: 5 }

/** Questions about every value of a column that both files have; undefined where there are too many different ones. */
export function sliceQuestions(
  by: string,
  { reference, current }: { readonly reference: Rows; readonly current: Rows },
  compared: (reference: Rows, current: Rows) => ComparedRows,
  asking: Asking,
): Question[] | undefined {
  const before = groupRows(reference, [by])
  const now = groupRows(current, [by])
  if (!before || !now) return undefined
  return before.flatMap(({ name, chosen }) => {
    const same = now.find(group => group.name === name)
    const rows = compared(selectRows(reference, chosen), selectRows(current, same?.chosen ?? new Uint32Array()))
    return metricQuestions(rows, { ...asking, of: { by, slice: name }, least: LEAST_OF_SLICE }).filter(
      ({ limit }) => limit !== undefined,
    )
  })
}
