/**
 * A metric as a function of all rows that can be computed again for other rows: what makes it comparable, weighted and
 * clustered. Rows are in the order of the evaluation.
 */
export type Form = MeanForm | CellForm | SumForm | WeightedForm | InfluenceForm

/** A mean over the rows, or over a run of them such as those of one class. */
export interface MeanForm {
  readonly kind: 'mean'
  readonly values: Float64Array
  /** The first row that has a value; 0 unless given. */
  readonly start?: number
  /** What a value can lie between, where anything bounds it. */
  readonly bounds?: readonly [least: number, greatest: number]
}

/** A function of how many rows are in each cell of a table, truth by outcome. */
export interface CellForm {
  readonly kind: 'cells'
  /** Of each row: truth × outcomes + outcome. */
  readonly codes: Uint8Array | Uint16Array | Uint32Array
  readonly truths: number
  /** Where there are as many outcomes as truths, each is the right one for the truth of its number. */
  readonly outcomes: number
  /** NaN where undefined. */
  readonly value: (cells: ArrayLike<number>) => number
}

/** A function of sums over the rows, such as the rows and Σ e². */
export interface SumForm {
  readonly kind: 'sums'
  /** What each row adds to each sum. */
  readonly columns: readonly Float64Array[]
  /** NaN where undefined. */
  readonly value: (sums: ArrayLike<number>) => number
}

/** A function of the order of the rows, such as a median: to draw rows again is to give them other weights. */
export interface WeightedForm {
  readonly kind: 'weighted'
  readonly rows: number
  /** Numbers of rows, in the orders in which the value reads their weights. */
  readonly orders: readonly Uint32Array[]
  /** From how much each row counts, in each of the orders; NaN where undefined. The arrays are used again. */
  readonly value: (weights: readonly Float64Array[]) => number
  /** The same function of some of the rows alone, numbered from 0 as they are given. */
  readonly of?: (some: Uint32Array) => WeightedForm
}

/** What else a metric may be: its value, and how far a little more weight on each row would move it. */
export interface InfluenceForm {
  readonly kind: 'influence'
  readonly value: number
  /** Sums to 0. The variance of the value is the sum of the squares, of clusters' sums where rows belong together. */
  readonly influence: Float64Array
  /** Where each row stands among the others; rows that stand alike have nothing to say of the variance. */
  readonly standing: Float64Array
}
