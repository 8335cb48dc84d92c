import { r as requirePositive, p as probability, f as notNan, i as inverseUpper, l as lgamma, h as incompleteBetaAtOdds } from './clopper-pearson.js';

/** Beyond this t / √df, whose square soon overflows, only the leading term of the tail counts. */
const FAR = 1e100;

/** Student's t distribution with `df` degrees of freedom. */
function studentT(df        )               {
  requirePositive({ df });
  const scale = Math.sqrt(df);
  // t² / df has the beta prime distribution (½, df/2)
  const tailsAt = (odds        ) => incompleteBetaAtOdds(0.5, df / 2, odds);
  const logLead = () => lgamma((df + 1) / 2) - lgamma(df / 2) - Math.log(Math.PI) / 2 - Math.log(df);
  const tail = (t        ) =>
    t / scale > FAR ? Math.exp(logLead() - df * (Math.log(t) - Math.log(scale))) : tailsAt((t / scale) ** 2).upper / 2;
  const sf = (t        ) => (t >= 0 ? tail(t) : 1 - tail(-t));
  const upperRatio = (q        ) => {
    const ratio = Math.sqrt(inverseUpper(2 * q, 1 / df, tailsAt));
    return ratio > FAR ? Math.exp((logLead() - Math.log(q)) / df) : ratio
  };
  const isf = (q        )         => {
    if (q === 0.5) return 0
    if (q > 0.5) return -isf(1 - q)
    return q === 0 ? Infinity : scale * upperRatio(q)
  };
  return {
    cdf: t => sf(-notNan(t)),
    sf: t => sf(notNan(t)),
    ppf: p => -isf(probability(p)),
    isf: q => isf(probability(q)),
  }
}

/** A quantile of sorted values, linear between neighbours (type 7, as numpy has it); NaN of nothing. */
function quantileOf(sorted                   , q        )         {
  if (sorted.length === 0) return Number.NaN
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (place - below)
}

export { quantileOf as q, studentT as s };
