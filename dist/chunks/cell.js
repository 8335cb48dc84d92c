/** The finite number a cell holds: decimal, an exponent allowed; undefined for anything else, blank cells included. */
function finiteNumber(cell        )                     {
  const value = Number(cell);
  if (!Number.isFinite(value)) return undefined
  if (value === 0 && isBlank(cell)) return undefined
  return NOT_DECIMAL.test(cell) ? undefined : value
}

/** A missing value: a cell without a visible character. */
const isBlank = (cell        )          => cell.length === 0 || cell.trim() === '';

/** NaN, ±Inf, or a number too large for a double: a number that no arithmetic survives. */
function isNonFinite(cell        )          {
  const text = cell.trim();
  return NON_FINITE.test(text) || Math.abs(Number(text)) === Number.POSITIVE_INFINITY
}

/** What `Number` reads besides decimals. */
const NOT_DECIMAL = /^\s*0[xob]/i;
const NON_FINITE = /^[+-]?(nan(\(\w*\))?|inf(inity)?)$/i;

export { isNonFinite as a, finiteNumber as f, isBlank as i };
