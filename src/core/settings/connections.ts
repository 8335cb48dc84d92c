import { z } from 'zod'
import { LakefsConnection } from './connections/lakefs.ts'

/** Systems outside that are told of every decision, one key each; what they are asked with (tokens, passwords) is in the environment only. */
export const Connections = z.strictObject({
  lakefs: LakefsConnection.optional().meta({
    description: 'Certified data is tagged in lakeFS; LAKEFS_ENDPOINT says where',
  }),
})
