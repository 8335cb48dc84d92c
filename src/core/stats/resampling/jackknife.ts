/** What a statistic is without one unit (a row, a cluster, a group of rows), for the units of one stratum. */
export interface Jackknife {
  readonly values: ArrayLike<number>
  /** How many units have each value; one unless given. */
  readonly times?: ArrayLike<number>
}
