/** A probability distribution; each function keeps at least twelve digits, in both tails. */
export type Distribution = {
  /** P(X ≤ x) */
  cdf: (x: number) => number
  /** P(X > x), never computed as 1 − cdf where that would lose digits */
  sf: (x: number) => number
  /** The smallest x whose cdf is at least p, 0 ≤ p ≤ 1 */
  ppf: (p: number) => number
  /** The smallest x whose sf is at most q, 0 ≤ q ≤ 1 */
  isf: (q: number) => number
}
