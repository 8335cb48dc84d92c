import { studentT } from '../../stats/index.ts'
import type { DelongEstimate } from './delong.ts'

/** Interval of an area that is Student's in ln(area / (1 − area)), by the delta method; the area is between 0 and 1. */
export function logitInterval({ value, standardError, df }: DelongEstimate, level: number): readonly [number, number] {
  const logit = Math.log(value / (1 - value))
  const reach = (studentT(df).isf((1 - level) / 2) * standardError) / (value * (1 - value))
  return [areaAt(logit - reach), areaAt(logit + reach)]
}

const areaAt = (logit: number) => 1 / (1 + Math.exp(-logit))
