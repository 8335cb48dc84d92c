/** What to say where a claim is inconclusive. */
export const ROWS_NEEDED =
  'Where it is inconclusive, the interval reaches over the bar: the report says about how many more labelled rows would settle it.'

/** How claims are decided. */
export const INTERVAL =
  'The interval decides, never the value alone: exact or classical where there is such a one (Clopper–Pearson, DeLong, Tango, Student), else a BCa bootstrap (Efron 1987) whose random numbers come of the files’ digests.'
