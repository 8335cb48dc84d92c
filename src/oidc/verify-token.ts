import { type JsonWebKeys, MAX_TOKEN_LENGTH } from '../core/record/approvals/receipt.ts'
import { readJson } from '../core/record/statement/read-json.ts'
import { thumbprint } from './thumbprint.ts'

/** What an issuer may sign with: GitHub does with RS256. Never the algorithm that a token names alone, never a shared secret. */
const ALGORITHMS = ['RS256', 'ES256'] as const
const KIND = { RS256: 'RSA', ES256: 'EC' } as const

type Verified = { readonly claims: unknown; readonly key: string } | { readonly refused: string }

/**
 * Verifies a token's signature (RFC 7515) by the one key among `keys` that its header names, and says what it claims. Its time and its
 * claims are for the caller: a token that has expired still was signed.
 */
export async function verifyToken(token: string, { keys }: JsonWebKeys): Promise<Verified> {
  if (token.length > MAX_TOKEN_LENGTH)
    return { refused: `it has ${token.length} characters, more than ${MAX_TOKEN_LENGTH}` }
  const { compactVerify, decodeProtectedHeader, importJWK } = await import('jose')
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    const algorithm = ALGORITHMS.find(known => known === alg)
    if (algorithm === undefined)
      return { refused: `it is signed with ${String(alg)}, not with ${ALGORITHMS.join(' or ')}` }
    const named = keys.filter(key => key.kid === kid)
    const [key] = named
    if (key === undefined || named.length > 1)
      return {
        refused: `${named.length === 0 ? 'no key' : 'more than one key'} kept with it has the name it gives (${String(kid)})`,
      }
    if (key.kty !== KIND[algorithm] || (key.alg !== undefined && key.alg !== algorithm))
      return { refused: `the key it names is not for ${algorithm}` }
    const { payload } = await compactVerify(token, await importJWK(key, algorithm), { algorithms: [algorithm] })
    const claims = readJson(payload)
    if (claims === undefined) return { refused: 'what it says is no JSON' }
    return { claims, key: await thumbprint(key) }
  } catch (error) {
    return { refused: `its signature does not hold (${error instanceof Error ? error.message : 'unknown'})` }
  }
}
