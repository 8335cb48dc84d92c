import { z } from 'zod'

/** What model-certify writes beside its checks. */
export const ModelResult = z.strictObject({})
export type ModelResult = z.infer<typeof ModelResult>
