import { r as requirePositive, q as gammainccinv, s as gammaincinv, a as gammaincc, g as gammainc } from './clopper-pearson.js';

/** The χ² distribution with `df` degrees of freedom. */
function chiSquared(df        )               {
  requirePositive({ df });
  return {
    cdf: x => gammainc(df / 2, x / 2),
    sf: x => gammaincc(df / 2, x / 2),
    ppf: p => 2 * gammaincinv(df / 2, p),
    isf: q => 2 * gammainccinv(df / 2, q),
  }
}

export { chiSquared as c };
