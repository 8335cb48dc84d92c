const PI2 = Math.PI ** 2

/**
 * P(Dₙ < d) for the one-sample Kolmogorov–Smirnov statistic: the limiting distribution with its corrections of order
 * n^(−1/2), n⁻¹ and n^(−3/2), as theta series that converge fast for small z = √n d.
 *
 * Source: W. Pelz and I. J. Good, Approximating the lower tail-areas of the Kolmogorov–Smirnov statistic (1976).
 */
export function pelzGoodCdf(n: number, d: number): number {
  const z = Math.sqrt(n) * d
  const z2 = z * z
  const z4 = z2 * z2
  const z6 = z4 * z2
  const [k0, k1, k2, k3] = oddTerms(z, z2, z4, z6)
  const [extra2, extra3] = wholeTerms(z, z2)
  const sum2 = k2 / (72 * z6 * z) - (PI2 * extra2) / (36 * z2 * z)
  const sum3 = k3 / (6480 * z6 * z4) + (PI2 * extra3) / (216 * z6)
  return Math.sqrt(2 * Math.PI) * (k0 / z + k1 / (6 * z4) / Math.sqrt(n) + sum2 / n + sum3 / n ** 1.5)
}

/** Σ over odd m of polynomials in m² times exp(−m² π² / 8z²), one per order. */
function oddTerms(z: number, z2: number, z4: number, z6: number): [number, number, number, number] {
  const sums: [number, number, number, number] = [0, 0, 0, 0]
  for (let k = Math.ceil((16 * z) / Math.PI); k > 0; k--) {
    const s = (2 * k - 1) ** 2 * PI2
    const weight = Math.exp(-s / (8 * z2))
    sums[0] += weight
    sums[1] += weight * (s / 4 - z2)
    sums[2] += weight * (6 * z6 + 2 * z4 + (s * (2 * z4 - 5 * z2)) / 4 + (s * s * (1 - 2 * z2)) / 16)
    sums[3] +=
      weight *
      (-30 * z6 -
        90 * z6 * z2 +
        (s * (135 * z4 - 96 * z6)) / 4 +
        (s * s * (212 * z4 - 60 * z2)) / 16 +
        (s * s * s * (5 - 30 * z2)) / 64)
  }
  return sums
}

/** Σ over whole k of k² exp(−k² π² / 2z²), plain and times 3z² − π² k². */
function wholeTerms(z: number, z2: number): [number, number] {
  const sums: [number, number] = [0, 0]
  for (let k = Math.ceil((16 * z) / Math.PI); k > 0; k--) {
    const weight = k * k * Math.exp((-k * k * PI2) / (2 * z2))
    sums[0] += weight
    sums[1] += weight * (3 * z2 - PI2 * k * k)
  }
  return sums
}
