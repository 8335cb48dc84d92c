import type { Measure } from '../tables/measures/measure.ts'

/** The columns of which the values of one alone are asked for. */
export const singles = (
  asked: readonly { readonly measure: Measure<unknown>; readonly indices: readonly number[] }[],
) =>
  [
    ...new Set(
      asked.flatMap(({ measure, measure: { asks }, indices }) =>
        indices.length === 1 && !(asks && (asks.is === 'empty' || countsRows(measure))) ? indices : [],
      ),
    ),
  ].sort((a, b) => a - b)

/** Whether rows count for themselves, and not for what their cells hold. */
export const countsRows = ({ asks }: Measure<unknown>): boolean =>
  asks !== undefined && (asks.is === 'filtered' ? countsRows(asks.measure) : WHOLE_ROWS.has(asks.is))

const WHOLE_ROWS: ReadonlySet<string> = new Set(['keys', 'sample', 'joint', 'order', 'intervals'])

/** Whether where a row stands counts. */
export const isOrdered = ({ asks }: Measure<unknown>): boolean =>
  asks !== undefined &&
  (asks.is === 'filtered' ? countsRows(asks.measure) : asks.is === 'order' || asks.is === 'intervals')
