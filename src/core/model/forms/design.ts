import type { Clusters } from '../../stats/intervals/clustered-mean.ts'
import type { Random } from '../../stats/random/random.ts'

/** How the rows of a hold-out came about, and how sure intervals shall be of it. Rows are in the order of the evaluation. */
export interface Design {
  /** Two-sided level of the intervals. */
  readonly level: number
  /** How much each row counts; once unless given. */
  readonly weights?: Float64Array
  /** Which rows belong together; every row apart unless given. */
  readonly clusters?: Clusters
  /** Of forecasts: the time of each row, numbered in order, and how many of these steps ahead they were made. */
  readonly forecast?: { readonly moments: Clusters; readonly horizon: number }
  /** Random numbers for a purpose, the same for the same inputs. */
  random(purpose: string): Random
}

/** Whether every row counts once and stands for itself. */
export const isPlain = ({ weights, clusters }: Design): boolean => weights === undefined && clusters === undefined
