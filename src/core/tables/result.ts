import { z } from 'zod'

/** What data-validate writes beside its checks. */
export const DataResult = z.strictObject({})
export type DataResult = z.infer<typeof DataResult>
