import { powerAbove } from './power-above.ts'

/** The end of a sentence on a p-value: three digits, and of one below 0.001, whose digits say nothing, the power of ten that it is below. */
export const pValueWords = (p: number): string =>
  p < 0.001 ? `p < ${powerAbove(p)}` : `p = ${Number(p.toPrecision(3))}`
