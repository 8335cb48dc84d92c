import type { Bucket } from './bucket.ts'
import type { Series } from './settings.ts'

/** How a bucket stands to what was expected of it. */
export interface Score {
  /** What was expected, in the unit of the series. */
  readonly expected: number
  /** Distance from it in standard deviations: standard normal where nothing has changed. */
  readonly z: number
  /** The distance of another value. */
  zOf(value: number): number
  /** The value at a distance. */
  at(z: number): number
  /** Of rates that are counted: chance of so many events or more, and of so few or fewer, where nothing has changed. */
  readonly tails?: { readonly upper: number; readonly lower: number }
}

/** A series by bucket without gaps: what was read, what was expected. */
export interface Prepared {
  readonly settings: Series
  readonly every: number
  readonly first: number
  /** One place per stretch of time from the first to the last; undefined where nothing was seen. */
  readonly buckets: readonly (Bucket | undefined)[]
  /** Place from which on buckets are judged. */
  readonly from: number
  /** Of the judged buckets that have a value and enough traffic. */
  readonly scores: readonly (Score | undefined)[]
  /** The scores without what each takes over from the one before: independent where nothing has changed. */
  readonly innovations: readonly (number | undefined)[]
  /** Correlation of neighbouring scores in the baseline. */
  readonly correlation: number
  /** Why a judged bucket has no score. */
  readonly unscored: {
    readonly missing: number
    readonly thin: number
    readonly young: number
    readonly excepted: number
    readonly unlearnt: number
  }
  /** Judged buckets that have a score. */
  readonly judged: number
  readonly rowsAreRequests: boolean
  /** Which profile of the season was taken last, in words. */
  readonly profile: string
  /** Whether rates are counted. */
  readonly counted: boolean
  /** Over-dispersion of a counted rate: correlation of two requests of a bucket, and its rate. */
  readonly rate?: { readonly mean: number; readonly rho: number; readonly trials: number }
  readonly direction: 'both' | 'up' | 'down'
  readonly minChange: number
  /** Places of buckets that are young, their outcomes not yet known. */
  readonly isYoung: (place: number) => boolean
  readonly isExcepted: (place: number) => boolean
}
