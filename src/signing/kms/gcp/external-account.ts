import { z } from 'zod'

/** A workload identity federation's credentials file (google-auth-library: `external_account`), as far as it is used. */
export const ExternalAccount = z.object({
  audience: z.string().min(1),
  subject_token_type: z.string().min(1),
  token_url: z.string().min(1),
  service_account_impersonation_url: z.string().optional(),
  credential_source: z.object({
    file: z.string().optional(),
    url: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    format: z
      .object({ type: z.enum(['text', 'json']).default('text'), subject_token_field_name: z.string().optional() })
      .optional(),
  }),
})
export type ExternalAccount = z.infer<typeof ExternalAccount>
