interface Bounds {
  readonly lower: number
  readonly upper: number
}

/**
 * The bounds of the absolute value of what has a two-sided interval at level 1 − 2 alpha. Away from 0 either way counts: so that the
 * lower bound is wrong with chance alpha at most, it is that of the `wider` interval, at level 1 − alpha.
 */
export function folded({ lower, upper }: Bounds, wider: Bounds): [number, number] {
  return [Math.max(0, wider.lower, -wider.upper), Math.max(-lower, upper)]
}
