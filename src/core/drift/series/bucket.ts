import type { QuantileStore } from './quantile-store.ts'

/** What was seen in one stretch of time. */
export interface Bucket {
  /** Its beginning, in milliseconds since 1970, a multiple of its length. */
  readonly start: number
  /** Rows, or requests where the log or the query counts them; undefined where nobody does. */
  readonly traffic?: number
  /** Of a rate that is counted: the events among `traffic`. */
  readonly events?: number
  /** What is judged: the count, the rate, the quantile, the value. Undefined where there is none. */
  readonly value?: number
  /** Between what the value lies for certain, where only a histogram or a sketch is known. */
  readonly error?: readonly [number, number]
  /** The values themselves, of latencies that are given by request. */
  readonly values?: QuantileStore
  /** Line of its first row. */
  readonly line?: number
}

/** A series as it was read, gaps and all. */
export interface Gathered {
  /** In the order of time, each start once. */
  readonly buckets: readonly Bucket[]
  /** Length of a bucket in milliseconds. */
  readonly every: number
  /** Whether a bucket without rows is one without traffic, rather than one that nobody wrote. */
  readonly rowsAreRequests: boolean
  /** Last time that was seen, from which cohorts have their age. */
  readonly until: number
  /** Rows or answers, and what was wrong with them. */
  readonly rows: number
  readonly faults: readonly Fault[]
}

/** Something wrong with the rows or the answers. */
export interface Fault {
  readonly about: 'timestamps' | 'values'
  /** What was expected and what was found, as the second half of a sentence. */
  readonly found: string
  readonly hint: string
  readonly line?: number
  readonly column?: string
}
