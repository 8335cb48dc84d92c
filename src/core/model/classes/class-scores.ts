import type { ClassTotals } from './class-totals.ts'

/** A score of every class; 0 where it is undefined, as scikit-learn has it: of a class without rows, or never predicted. */
export type ClassScore = (totals: ClassTotals) => Float64Array

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

export const precisions: ClassScore = ({ hits, predicted }) => hits.map((hit, i) => ratio(hit, predicted[i] ?? 0))

export const recalls: ClassScore = ({ hits, truth }) => hits.map((hit, i) => ratio(hit, truth[i] ?? 0))

export const f1s: ClassScore = ({ hits, predicted, truth }) =>
  hits.map((hit, i) => ratio(2 * hit, (predicted[i] ?? 0) + (truth[i] ?? 0)))
