import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTimes, symbolTriangle } from 'd3-shape'
import type { Mark } from './lanes.ts'

const SYMBOL = {
  approval: [symbolCircle, 78],
  refusal: [symbolTimes, 90],
  review: [symbolDiamond, 83],
  waiver: [symbolSquare, 100],
  revocation: [symbolTimes, 90],
  today: [symbolTriangle, 28],
} as const

/** The path that marks a moment, around the point 0, 0: no two kinds look the same without their colours. */
export function markShape(kind: Mark['kind'] | 'today'): string {
  const [type, size] = SYMBOL[kind]
  return symbol(type, size).digits(1)() ?? ''
}
