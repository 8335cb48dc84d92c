import { requirePositive } from '../arguments/positive.ts'
import { gammainc, gammaincc, gammainccinv, gammaincinv } from '../special/gammainc.ts'
import type { Distribution } from './distribution.ts'

/** The χ² distribution with `df` degrees of freedom. */
export function chiSquared(df: number): Distribution {
  requirePositive({ df })
  return {
    cdf: x => gammainc(df / 2, x / 2),
    sf: x => gammaincc(df / 2, x / 2),
    ppf: p => 2 * gammaincinv(df / 2, p),
    isf: q => 2 * gammainccinv(df / 2, q),
  }
}
