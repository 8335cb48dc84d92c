/**
 * The limit h at which a one-sided cumulative sum of independent standard normal values raises a false alarm within n of them with chance
 * alpha, about: 1 − exp(−n / ARL), with Siegmund's ARL = (e^{2kb} − 2kb − 1) / (2k²), b = h + 1.166 (Siegmund 1985).
 */
export function cusumLimit(n: number, alpha: number, k: number): number {
  const wanted = n / -Math.log1p(-alpha)
  const length = (h: number) => {
    const x = 2 * k * (h + 1.166)
    return (Math.expm1(x) - x) / (2 * k * k)
  }
  let low = 0
  let high = 1
  while (length(high) < wanted) high *= 2
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (length(middle) < wanted) low = middle
    else high = middle
  }
  return high
}
