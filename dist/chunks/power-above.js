/** Below 10 to the minus this no test tells probabilities apart. */
const LEAST = 15;

/** The power of ten that a p-value below 0.001 is below: `0.001`, `10⁻⁶`, and never less than `10⁻¹⁵`. */
function powerAbove(p        )         {
  const exponent = p > 0 ? Math.min(LEAST, Math.ceil(-Math.log10(p)) - 1) : LEAST;
  return exponent <= 3 ? '0.001' : `10⁻${[...String(exponent)].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`
}

export { powerAbove as p };
