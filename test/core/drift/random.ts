/** Random numbers that are the same on every machine: Mulberry32 (Tommy Ettinger), 32 bits of state. */
export function random(seed: number) {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    uniform,
    /** Standard normal (Box and Muller). */
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    /** An index with the given shares, which sum to 1. */
    index(shares: readonly number[]) {
      let rest = uniform()
      for (let i = 0; i < shares.length - 1; i++) {
        rest -= shares[i] ?? 0
        if (rest < 0) return i
      }
      return shares.length - 1
    },
  }
}
