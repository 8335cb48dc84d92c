/** One series of a range query's answer. */
export interface MetricSeries {
  readonly labels: Readonly<Record<string, string>>
  /** Time in milliseconds since 1970, and value: NaN and infinities are possible. */
  readonly points: readonly (readonly [time: number, value: number])[]
}

/** The times that are asked for: from `start` on every `step` until `end`, in milliseconds. */
export interface MetricWindow {
  readonly start: number
  readonly end: number
  readonly step: number
}
