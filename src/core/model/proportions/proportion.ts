import { clopperPearson } from '../../stats/index.ts'
import type { Estimate } from '../estimate.ts'

/** `hits` of `n` rows with the exact interval of Clopper & Pearson (1934). Needs at least one row. */
export function proportion(hits: number, n: number, level: number, method = 'clopper-pearson'): Estimate {
  const { lower, upper } = clopperPearson(hits, n, level)
  return { value: hits / n, n, interval: [lower, upper], method }
}
