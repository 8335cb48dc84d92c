import type { DecidingMethod } from './method.ts'

/** What all methods that look at a column's distribution ask. */
export const SAME_DISTRIBUTION = {
  question: 'distribution',
  claim: 'same distribution',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
} as const satisfies Partial<DecidingMethod>
