import { z } from 'zod'

/** What security-scan writes beside its checks. */
export const SecurityResult = z.strictObject({})
export type SecurityResult = z.infer<typeof SecurityResult>
