/** The two ends of a confidence interval. */
export type Interval = { lower: number; upper: number }
