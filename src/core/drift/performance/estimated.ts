/** A number of one file's rows, with its interval at whatever level is asked for. */
export interface Estimated {
  readonly value: number
  /** Rows it rests on. */
  readonly n: number
  /** How the interval is made. */
  readonly method: string
  /** Two-sided. */
  intervalAt(level: number): readonly [lower: number, upper: number]
}
