import { m as requireSuccesses, n as normal, o as outsideEachEnd } from './clopper-pearson.js';

/** The two-sided score interval of a proportion, k successes in n trials (Wilson 1927), without continuity correction. */
function wilson(k        , n        , level        )           {
  requireSuccesses(k, n);
  const z = normal.isf(outsideEachEnd(level));
  const centre = k + (z * z) / 2;
  const margin = z * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
  return {
    lower: k === 0 ? 0 : Math.max(0, (centre - margin) / (n + z * z)),
    upper: k === n ? 1 : Math.min(1, (centre + margin) / (n + z * z)),
  }
}

/**
 * The two-sided hybrid score interval of p₁ − p₂ for two independent samples, k₁ of n₁ and k₂ of n₂.
 *
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions (1998), method 10.
 */
function newcombe(k1        , n1        , k2        , n2        , level        )           {
  const first = wilson(k1, n1, level);
  const second = wilson(k2, n2, level);
  const p1 = k1 / n1;
  const p2 = k2 / n2;
  return {
    lower: p1 - p2 - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: p1 - p2 + Math.hypot(first.upper - p1, p2 - second.lower),
  }
}

/** Measures by the names of who asks for them. */
                                                                 
/** What the measures have found. */
                                                                                        

/** Something that is composed of what measures have found, once they are taken. */
                                  
                                                
                                                                                                           
                                                                    
 

/** Hides the states of the measures: whoever takes them need not know what they are. */
function plan                            (
  measures   ,
  finish                                              ,
)                  {
  return {
    measures: Object.values(measures),
    finish: (stateOf, rows) => finish(foundBy(measures, stateOf), rows),
  }
}

/** A state stands under the key of the measure that made it, and so is of that measure's type. */
function foundBy                    (measures   , stateOf                          )           {
  return Object.fromEntries(Object.entries(measures).map(([name, { key }])            => [name, stateOf(key)]))
}

export { foundBy as f, newcombe as n, plan as p, wilson as w };
