/** All values of several samples in one sorted array. */
export function sortedTogether(samples: readonly Float64Array[]): Float64Array {
  const pooled = new Float64Array(samples.reduce((sum, sample) => sum + sample.length, 0))
  let filled = 0
  for (const sample of samples) {
    pooled.set(sample, filled)
    filled += sample.length
  }
  return pooled.sort()
}
