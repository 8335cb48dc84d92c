import { z } from 'zod'

/** What drift-compare writes beside its checks. */
export const DriftResult = z.strictObject({})
export type DriftResult = z.infer<typeof DriftResult>
