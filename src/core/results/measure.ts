import { z } from 'zod'

/** A number as a tool has written it, perhaps infinite; null where it was NaN. */
export const Measure = z.custom<number | null>(value => value === null || typeof value === 'number')
