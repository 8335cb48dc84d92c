import { positiveRoot } from './positive-root.ts'
import { mirrored, type Tails } from './tails.ts'

/** The point w > 0 whose lower tail is p, for 0 < p < 1. */
export function inverseLower(p: number, start: number, tailsAt: (w: number) => Tails): number {
  return p <= 0.5
    ? positiveRoot(start, w => distance(tailsAt(w), Math.log(p), 1))
    : positiveRoot(start, w => distance(mirrored(tailsAt(w)), Math.log1p(-p), -1))
}

/** The point w > 0 whose upper tail is q, for 0 < q < 1. */
export function inverseUpper(q: number, start: number, tailsAt: (w: number) => Tails): number {
  return q <= 0.5
    ? positiveRoot(start, w => distance(mirrored(tailsAt(w)), Math.log(q), -1))
    : positiveRoot(start, w => distance(tailsAt(w), Math.log1p(-q), 1))
}

function distance({ logLower, logDensity }: Tails, target: number, sign: 1 | -1): { value: number; slope: number } {
  return { value: sign * (logLower - target), slope: Math.exp(logDensity - logLower) }
}
