import { z } from 'zod'
import { UserError } from '../../core/user-error.ts'

const Claims = z.object({ sub: z.string().min(1), repository_visibility: z.string().optional() })

/** What an identity token says of the running job. Its signature is for the certificate authority to verify. */
export function claimsOf(token: string): { readonly subject: string; readonly visibility: string | undefined } {
  try {
    const { sub, repository_visibility } = Claims.parse(
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()),
    )
    return { subject: sub, visibility: repository_visibility }
  } catch {
    throw new UserError(
      'signing.identity-token',
      'Expected an identity token of GitHub Actions but found another text',
      {
        kind: 'environment',
        hint: 'Run the job again; if it stays so, sign with a key of your own',
      },
    )
  }
}
