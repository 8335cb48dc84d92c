import type { Confusion } from '../confusion.ts'
import type { Evaluation } from '../evaluation.ts'
import type { CellForm } from './form.ts'

/** A metric of two classes as a function of the confusion counts; the positives' rows come first. */
export function confusionForm(
  { positives, negatives, threshold }: Evaluation,
  value: (confusion: Confusion) => number,
): CellForm {
  const codes = new Uint8Array(positives.length + negatives.length)
  for (let row = 0; row < positives.length; row++) codes[row] = (positives[row] ?? 0) >= threshold ? TP : FN
  for (let row = 0; row < negatives.length; row++)
    codes[positives.length + row] = (negatives[row] ?? 0) >= threshold ? FP : TN
  return {
    kind: 'cells',
    codes,
    truths: 2,
    outcomes: 2,
    value: cells => value({ tn: cells[TN] ?? 0, fp: cells[FP] ?? 0, fn: cells[FN] ?? 0, tp: cells[TP] ?? 0 }),
  }
}

/** Truth × 2 + outcome. */
const [TN, FP, FN, TP] = [0, 1, 2, 3] as const
