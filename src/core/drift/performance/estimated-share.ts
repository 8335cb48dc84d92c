import { wilson } from '../../stats/index.ts'
import type { Estimated } from './estimated.ts'

/** `hits` of `n` rows with Wilson's score interval; undefined for no rows. */
export const estimatedShare = (hits: number, n: number): Estimated | undefined =>
  n === 0
    ? undefined
    : {
        value: hits / n,
        n,
        method: 'wilson',
        intervalAt(level) {
          const { lower, upper } = wilson(hits, n, level)
          return [lower, upper]
        },
      }
