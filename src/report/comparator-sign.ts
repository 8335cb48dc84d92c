const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '!=': '≠' }

/** A comparator as people write it: `≥` of `>=`; any other as it is. */
export const comparatorSign = (comparator: string): string => SIGNS[comparator] ?? comparator
