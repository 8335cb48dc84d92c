/** Weights of the rows by label: rightly given it, wrongly given it, wrongly not given it. */
export interface LabelCounts {
  readonly tp: readonly number[]
  readonly fp: readonly number[]
  readonly fn: readonly number[]
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** 0 where undefined, as scikit-learn has it. */
export const precisionOf = (tp: number, fp: number, _fn: number): number => ratio(tp, tp + fp)
export const recallOf = (tp: number, _fp: number, fn: number): number => ratio(tp, tp + fn)
export const f1Of = (tp: number, fp: number, fn: number): number => ratio(2 * tp, 2 * tp + fp + fn)

type Score = (tp: number, fp: number, fn: number) => number

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** Over all labels of all rows at once. */
export const micro =
  (score: Score) =>
  ({ tp, fp, fn }: LabelCounts): number =>
    score(total(tp), total(fp), total(fn))

/** The mean over the labels, each counting the same. */
export const macro =
  (score: Score) =>
  ({ tp, fp, fn }: LabelCounts): number =>
    total(tp.map((hits, i) => score(hits, fp[i] ?? 0, fn[i] ?? 0))) / tp.length

/** The mean over the labels, each counting as it has rows. */
export const weighted =
  (score: Score) =>
  ({ tp, fp, fn }: LabelCounts): number => {
    const rows = tp.map((hits, i) => hits + (fn[i] ?? 0))
    return total(tp.map((hits, i) => (rows[i] ?? 0) * score(hits, fp[i] ?? 0, fn[i] ?? 0))) / total(rows)
  }
