import { isRate, type SeriesKind } from './kinds.ts'

/** On what scale changes are alike: volumes and latencies change by factors. */
export interface Scale {
  to(x: number): number
  from(y: number): number
}

export const LOG1P: Scale = { to: Math.log1p, from: y => Math.max(0, Math.expm1(y)) }
export const LOG: Scale = { to: Math.log, from: Math.exp }
export const PLAIN: Scale = { to: x => x, from: y => y }
/** Of shares, the scale on which chance has them vary alike: 2 arcsin √p (Bartlett 1947). */
export const ARCSINE: Scale = {
  to: p => 2 * Math.asin(Math.sqrt(Math.max(0, Math.min(1, p)))),
  from: y => Math.sin(Math.max(0, Math.min(Math.PI, y)) / 2) ** 2,
}

/** The scale of a series' values. */
export const scaleOf = (kind: SeriesKind, values: readonly number[], counted = false): Scale =>
  kind === 'volume'
    ? LOG1P
    : isRate(kind) && counted
      ? ARCSINE
      : kind === 'latency' && values.every(value => value > 0)
        ? LOG
        : PLAIN
