import type { Outcomes } from './outcomes.ts'

/** `k` of `n` rows. */
export interface Rate {
  readonly k: number
  readonly n: number
}

/** How often a group is chosen, in the ways that kinds of fairness compare. */
export const RATES = {
  /** Of all rows, those predicted favourable. */
  selection: ({ hits, misses, gifts, others }: Outcomes): Rate => ({
    k: hits + gifts,
    n: hits + misses + gifts + others,
  }),
  /** Of the truly favourable. */
  truePositive: ({ hits, misses }: Outcomes): Rate => ({ k: hits, n: hits + misses }),
  /** Of the truly unfavourable. */
  falsePositive: ({ gifts, others }: Outcomes): Rate => ({ k: gifts, n: gifts + others }),
  /** Of those predicted favourable, the truly favourable. */
  precision: ({ hits, gifts }: Outcomes): Rate => ({ k: hits, n: hits + gifts }),
}

export type RateName = keyof typeof RATES
