import type { Row } from '../row.ts'
import { isHeldOut } from './is-held-out.ts'

/** A lot of its own, as the rows held out are drawn by another. */
const DRAW = 2 ** 20

/** Rows drawn by lot as they come, at most `most` and at least half as many where there are as many: each row as likely as another. */
export function sampleRows(most: number) {
  let share = 1
  let kept: { readonly number: number; readonly row: Row }[] = []
  return {
    add(row: Row, number: number): void {
      if (!isHeldOut(number, share, DRAW)) return
      kept.push({ number, row })
      if (kept.length <= most) return
      share /= 2
      kept = kept.filter(({ number }) => isHeldOut(number, share, DRAW))
    },
    rows: (): Row[] => kept.map(({ row }) => row),
  }
}
