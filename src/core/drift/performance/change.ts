/** How a number of the current file differs from that of the reference. */
export interface Change {
  readonly reference: number
  readonly current: number
  /** current − reference. */
  readonly value: number
  /** Rows each side rests on. */
  readonly rows: { readonly reference: number; readonly current: number }
  readonly method: string
  /** Of the difference, two-sided. */
  intervalAt(level: number): readonly [lower: number, upper: number]
  /** How far each side's own uncertainty reaches to the lower and to the upper end of that interval, where they are independent. */
  reachAt?(level: number): { readonly reference: Reach; readonly current: Reach }
}

export interface Reach {
  readonly lower: number
  readonly upper: number
}
