import { createPrivateKey, sign } from 'node:crypto'
import { z } from 'zod'
import { ask } from '../http/ask.ts'
import { formCall } from '../http/form.ts'
import { secureUrl } from '../http/secure-url.ts'
import { tokenService } from '../http/token-service.ts'
import type { KmsOptions } from '../options.ts'
import { wrongFile } from './wrong-file.ts'

/** What tokens are for: Cloud KMS and nothing else. */
const SCOPE = 'https://www.googleapis.com/auth/cloudkms'

/** Whom assertions are for, wherever they are sent (Google's "OAuth 2.0 for server to server applications"). */
const AUDIENCE = 'https://oauth2.googleapis.com/token'

const ServiceAccount = z.object({
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  private_key_id: z.string().optional(),
  token_uri: z.string().default(AUDIENCE),
})

const Token = z.object({ access_token: z.string().min(1) })

/** An access token for a service account's key: an assertion that it signs is exchanged (RFC 7523 §2.1). */
export async function fromServiceAccount(file: unknown, options: KmsOptions): Promise<string> {
  const read = ServiceAccount.safeParse(file)
  if (!read.success) throw wrongFile('one without client_email or private_key')
  const { token_uri: uri, client_email: account } = read.data
  const assertion = assertionOf(read.data, Math.floor(Date.now() / 1000))
  const service = tokenService(
    "Google's token endpoint",
    [assertion],
    `Check that the key of ${account} still exists, and the clock of the runner`,
  )
  const call = formCall(secureUrl(uri, 'token_uri'), {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
  })
  return (await ask(service, call, Token, options)).access_token
}

/** A JSON Web Token, RS256. @param now seconds since 1970 */
function assertionOf(account: z.infer<typeof ServiceAccount>, now: number): string {
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = { alg: 'RS256', typ: 'JWT', ...(account.private_key_id && { kid: account.private_key_id }) }
  const claims = { iss: account.client_email, scope: SCOPE, aud: AUDIENCE, iat: now, exp: now + 3600 }
  const text = `${encoded(header)}.${encoded(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), privateKey(account.private_key)).toString('base64url')}`
}

function privateKey(pem: string) {
  try {
    return createPrivateKey(pem)
  } catch {
    throw wrongFile('a private_key that cannot be read')
  }
}
