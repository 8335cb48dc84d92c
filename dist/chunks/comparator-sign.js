const SIGNS                                   = { '>=': '≥', '<=': '≤', '!=': '≠' };

/** A comparator as people write it: `≥` of `>=`; any other as it is. */
const comparatorSign = (comparator        )         => SIGNS[comparator] ?? comparator;

export { comparatorSign as c };
