/**
 * How far an estimated distance of two distributions can fall short of the true one, but for a chance of `alpha`, for any
 * two distributions and any numbers of independent rows.
 *
 * Both distances used here are the largest difference P(A) − Q(A) over a family of events A: half-lines for the
 * Kolmogorov–Smirnov distance, all sets for total variation. The estimate is the largest difference of observed shares, so
 * it is at least the difference at the one event A* where the true distance is attained. That difference is a sum of n
 * independent terms of width 1/n and m of width 1/m, so by Hoeffding (1963, theorem 2) it falls ε below its mean with
 * probability at most exp(−2 ε² / (1/n + 1/m)). No supremum has to be bounded: this is why the bound is tighter than that of
 * Dvoretzky, Kiefer and Wolfowitz. (McDiarmid's inequality and E d̂ ≥ d by convexity give the same ε.)
 */
export const shortfall = (alpha: number, n: number, m: number): number =>
  Math.sqrt((Math.log(1 / alpha) / 2) * (1 / n + 1 / m))
