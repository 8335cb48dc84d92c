const SCALE = 2 ** 128

/**
 * P(Dₙ < d) for the one-sample Kolmogorov–Smirnov statistic, from the n-th power of Durbin's matrix.
 *
 * Source: G. Marsaglia, W. W. Tsang and J. Wang, Evaluating Kolmogorov's distribution (2003). Best for small n · d.
 */
export function durbinMatrixCdf(n: number, d: number): number {
  const k = Math.ceil(n * d)
  const size = 2 * k - 1
  const middle = (k - 1) * size + (k - 1)
  let base = durbinMatrix(k, k - n * d)
  let power: Float64Array | undefined
  // every power is kept as matrix · 2^(128 · scale)
  let baseScale = 0
  let scale = 0
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      power = power ? product(power, base, size) : base
      scale += baseScale
      if ((power[middle] ?? 0) > SCALE) {
        power = power.map(value => value / SCALE)
        scale++
      }
    }
    if (left === 1) break
    base = product(base, base, size)
    baseScale *= 2
    if ((base[middle] ?? 0) > SCALE) {
      base = base.map(value => value / SCALE)
      baseScale++
    }
  }
  let probability = power?.[middle] ?? 0
  for (let i = 1; i <= n; i++) {
    probability *= i / n
    if (scale > 0 && probability < 1 / SCALE) {
      probability *= SCALE
      scale--
    }
  }
  return probability * SCALE ** scale
}

/** The (2k − 1) × (2k − 1) matrix of transition weights for d = (k − h) / n, row by row. */
function durbinMatrix(k: number, h: number): Float64Array {
  const size = 2 * k - 1
  const inverseFactorial = [1]
  for (let i = 1; i <= size; i++) inverseFactorial.push((inverseFactorial[i - 1] ?? 0) / i)
  const edge = (i: number) => (1 - h ** (i + 1)) * (inverseFactorial[i + 1] ?? 0)
  const corner = (1 - 2 * h ** size + Math.max(2 * h - 1, 0) ** size) * (inverseFactorial[size] ?? 0)
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (j === 0) matrix[i * size] = i === size - 1 ? corner : edge(i)
      else if (i === size - 1) matrix[i * size + j] = edge(size - 1 - j)
      else if (j <= i + 1) matrix[i * size + j] = inverseFactorial[i - j + 1] ?? 0
    }
  }
  return matrix
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let l = 0; l < size; l++) {
      const factor = a[i * size + l] ?? 0
      if (factor === 0) continue
      for (let j = 0; j < size; j++) {
        result[i * size + j] = (result[i * size + j] ?? 0) + factor * (b[l * size + j] ?? 0)
      }
    }
  }
  return result
}
