import { requirePositive } from '../arguments/positive.ts'
import { betainc, betaincc, betainccinv, betaincinv } from '../special/betainc.ts'
import type { Distribution } from './distribution.ts'

/** The beta distribution with shapes `a` and `b` on [0, 1]. */
export function beta(a: number, b: number): Distribution {
  requirePositive({ a, b })
  return {
    cdf: x => betainc(a, b, x),
    sf: x => betaincc(a, b, x),
    ppf: p => betaincinv(a, b, p),
    isf: q => betainccinv(a, b, q),
  }
}
