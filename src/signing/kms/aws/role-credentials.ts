import { z } from 'zod'

/** A role's credentials, as containers and instances are given them. */
export const RoleCredentials = z
  .object({ AccessKeyId: z.string(), SecretAccessKey: z.string(), Token: z.string().optional() })
  .transform(({ AccessKeyId, SecretAccessKey, Token }) => ({
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: Token,
  }))
