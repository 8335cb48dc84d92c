import { z } from 'zod'
import { ask } from '../http/ask.ts'
import { formCall } from '../http/form.ts'
import { secureUrl } from '../http/secure-url.ts'
import { tokenService } from '../http/token-service.ts'
import type { KmsOptions } from '../options.ts'
import { ExternalAccount } from './external-account.ts'
import { subjectToken } from './subject-token.ts'
import { wrongFile } from './wrong-file.ts'

/** What tokens of a federation are for: impersonation needs more than Cloud KMS. */
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform'
/** What the impersonated account's tokens are for. */
const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms'

const Token = z.object({ access_token: z.string().min(1) })
const Impersonated = z.object({ accessToken: z.string().min(1) })

/** An access token by workload identity federation: the workload's own token is exchanged (RFC 8693), and the service account taken, where one is named. */
export async function fromExternalAccount(file: unknown, options: KmsOptions): Promise<string> {
  const read = ExternalAccount.safeParse(file)
  if (!read.success) throw wrongFile('an external_account of another form')
  const account = read.data
  const subject = await subjectToken(account, options)
  const sts = tokenService(
    "Google's security token service",
    [subject],
    "Check the provider's attribute condition: it must take this repository",
  )
  const exchange = formCall(secureUrl(account.token_url, 'token_url'), {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    audience: account.audience,
    scope: SCOPE,
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    subject_token: subject,
    subject_token_type: account.subject_token_type,
  })
  const { access_token: token } = await ask(sts, exchange, Token, options)
  const address = account.service_account_impersonation_url
  return address === undefined ? token : impersonate(address, token, options)
}

async function impersonate(address: string, token: string, options: KmsOptions): Promise<string> {
  const service = tokenService(
    "Google's IAM credentials service",
    [token],
    'Grant roles/iam.workloadIdentityUser on the service account to this repository',
  )
  const call = {
    method: 'POST' as const,
    url: secureUrl(address, 'service_account_impersonation_url'),
    headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: [KMS_SCOPE], lifetime: '3600s' }),
  }
  return (await ask(service, call, Impersonated, options)).accessToken
}
