import { notNan } from '../arguments/not-nan.ts'
import { probability } from '../arguments/probability.ts'
import { normalQuantile } from '../special/normal-quantile.ts'
import { normalTail } from '../special/normal-tail.ts'
import type { Distribution } from './distribution.ts'

/** The standard normal distribution. */
export const normal: Distribution = {
  cdf: z => normalTail(-notNan(z)),
  sf: z => normalTail(notNan(z)),
  ppf: p => normalQuantile(probability(p)),
  isf: q => -normalQuantile(probability(q)),
}
