/** Values of one name, as Prometheus takes them. All are gauges: a run of CI ends, and a counter that starts anew each time counts nothing. */
export interface MetricFamily {
  /** `proofmark_…`, with its base unit at the end: seconds, never milliseconds. */
  readonly name: string
  readonly help: string
  readonly samples: readonly MetricSample[]
}

/** One value of a family; no two samples of a family have the same labels. */
export interface MetricSample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}
