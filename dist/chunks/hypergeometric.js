import { k as logBinomialTerm } from './clopper-pearson.js';

/** The hypergeometric distribution: of `drawn` things out of `good` + `bad`, how many are good. */
                              
              
                                                 
                 
                            
                 
                               
                 
                                
 

/** The distribution of good things among `drawn` out of `good` + `bad`, both tails to full relative precision. */
function hypergeometric(good        , bad        , drawn        )                 {
  const total = good + bad;
  const lowest = Math.max(0, drawn - bad);
  const highest = Math.min(good, drawn);
  const mode = Math.floor(((good + 1) * (drawn + 1)) / (total + 2));
  const p = drawn / total;
  const q = (total - drawn) / total;
  const all = logBinomialTerm(drawn, total - drawn, p, q);
  const pmf = (k        ) => {
    if (k < lowest || k > highest) return 0
    return Math.exp(logBinomialTerm(k, good - k, p, q) + logBinomialTerm(drawn - k, bad - drawn + k, p, q) - all)
  };
  // sums run from k away from the mode, so terms only shrink
  const downwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i > lowest && term > sum * 1e-18; i--) {
      term *= (i / (good - i + 1)) * ((bad - drawn + i) / (drawn - i + 1));
      sum += term;
    }
    return sum
  };
  const upwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i < highest && term > sum * 1e-18; i++) {
      term *= ((good - i) / (i + 1)) * ((drawn - i) / (bad - drawn + i + 1));
      sum += term;
    }
    return sum
  };
  return {
    mode,
    highest,
    pmf,
    atMost: k => (k <= mode ? downwards(k) : 1 - upwards(k + 1)),
    atLeast: k => (k >= mode ? upwards(k) : 1 - downwards(k - 1)),
  }
}

export { hypergeometric as h };
