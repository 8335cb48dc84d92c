import { bisect } from './bisect.ts'

/**
 * Interval for a mean of values between 0 and 1 that rests on nothing but their bounds: the means θ with
 * n·KL(mean, θ) ≤ ln(2/α) (Hoeffding, JASA 58, 1963, theorem 1). A two-sample U-statistic, such as the area under the ROC
 * curve, takes n = min(m, n) (ibid., section 5). At a mean of 0 or 1 the inner ends are Clopper and Pearson's.
 */
export function chernoffHoeffding(mean: number, n: number, level: number): [number, number] {
  const alpha = 1 - level
  const reach = Math.log(2 / alpha) / n
  if (mean <= 0) return [0, -Math.expm1(-reach)]
  if (mean >= 1) return [Math.exp(-reach), 1]
  const plausible = (theta: number) => divergence(mean, theta) <= reach
  return [bisect(mean, 0, plausible), bisect(mean, 1, plausible)]
}

/** Kullback–Leibler divergence of two Bernoulli distributions, in nats. */
const divergence = (p: number, q: number) => p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q))
