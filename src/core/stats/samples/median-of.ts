import { quantileOf } from './quantile-of.ts'

/** The median; NaN of nothing. */
export const medianOf = (values: ArrayLike<number>): number => quantileOf(Float64Array.from(values).sort(), 0.5)
