/** p ln(p / q), 0 for p = 0. */
export const relativeEntropy = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q))
