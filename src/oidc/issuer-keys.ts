import { z } from 'zod'
import { JsonWebKeys } from '../core/record/approvals/receipt.ts'
import { UserError } from '../core/user-error.ts'

/** Seconds for one request and its answer. */
const TIMEOUT = 20
/** Most that an answer may hold, in characters. */
const MAX_ANSWER = 64 * 1024

/** What is read of an issuer's description of itself (OpenID Connect Discovery 1.0, §4). */
const Description = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** The keys that an issuer shows now, from where its own description says, which must be on the same host. */
export async function issuerKeys(issuer: string): Promise<JsonWebKeys> {
  const base = issuer.replace(/\/+$/, '')
  if (!isSafe(base)) throw unusable(issuer, 'an address that is not https')
  const described = Description.safeParse(await read(`${base}/.well-known/openid-configuration`, issuer)).data
  if (described === undefined) throw unusable(issuer, 'no description of itself')
  if (described.issuer !== issuer) throw unusable(issuer, `the description of ${described.issuer}`)
  if (new URL(described.jwks_uri).origin !== new URL(base).origin)
    throw unusable(issuer, `keys at another host (${new URL(described.jwks_uri).host})`)
  const keys = JsonWebKeys.safeParse(await read(described.jwks_uri, issuer)).data
  if (keys === undefined) throw unusable(issuer, 'no public keys')
  return keys
}

/** Encrypted all the way; or on this machine itself. */
const isSafe = (address: string) => URL.canParse(address) && /^(https:|http:\/\/127\.0\.0\.1(:|\/|$))/.test(address)

async function read(address: string, issuer: string): Promise<unknown> {
  // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to.
  const { default: http } = await import('node:http')
  http.setGlobalProxyFromEnv?.()
  try {
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT * 1000),
      headers: { accept: 'application/json' },
    })
    const text = await response.text()
    if (!response.ok) throw unusable(issuer, `HTTP status ${response.status}`)
    if (text.length > MAX_ANSWER) throw unusable(issuer, `an answer of more than ${MAX_ANSWER} characters`)
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw unusable(issuer, error instanceof SyntaxError ? 'an answer that is no JSON' : 'no connection', error)
  }
}

const unusable = (issuer: string, found: string, cause?: unknown) =>
  new UserError('oidc.issuer-keys', `Expected the keys of ${issuer} but found ${found}`, {
    kind: 'environment',
    hint: 'Check that the issuer is the one your GitHub names, and that the runner reaches it; then run the job again',
    ...(cause === undefined ? {} : { cause }),
  })
