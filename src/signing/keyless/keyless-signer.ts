import { createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { UserError } from '../../core/user-error.ts'
import type { IdentityTokens } from '../../ports/identity-tokens.ts'
import type { Signer } from '../../ports/signer.ts'
import type { Keyless } from '../../ports/signing.ts'
import { keyId } from '../key-id.ts'
import { send, unanswered } from '../send.ts'
import { claimsOf } from './token-claims.ts'

const Chain = z.object({
  chain: z.object({
    certificates: z
      .array(z.string().max(64 * 1024))
      .min(1)
      .max(8),
  }),
})
const Answer = z.union([
  z.object({ signedCertificateEmbeddedSct: Chain }),
  z.object({ signedCertificateDetachedSct: Chain }),
])

/** The public instance's own certificate authority, which publishes every certificate in a transparency log. */
const PUBLIC_HOST = /(^|\.)sigstore\.(dev|com)$/

/**
 * Signs with a key that lives for one signature, which Fulcio binds to the running workflow by its identity token
 * (https://github.com/sigstore/fulcio/blob/main/fulcio.proto). Messages never quote the token.
 */
export function keylessSigner({ fulcioUrl, audience, mayPublish }: Keyless, tokens: IdentityTokens): Signer {
  const whom = 'the certificate authority'
  requireEncrypted(fulcioUrl)
  return {
    name: `the running workflow, by ${new URL(fulcioUrl).host}`,
    async sign(data) {
      const token = await tokens.token(audience)
      const { subject, visibility } = claimsOf(token)
      if (PUBLIC_HOST.test(new URL(fulcioUrl).hostname) && visibility !== 'public' && !mayPublish) throw wouldPublish()
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const answer = await send({
        whom,
        url: `${fulcioUrl.replace(/\/+$/, '')}/api/v2/signingCert`,
        type: 'application/json',
        accept: 'application/json',
        body: JSON.stringify({
          credentials: { oidcIdentityToken: token },
          publicKeyRequest: {
            publicKey: { algorithm: 'ECDSA', content: publicKey.export({ type: 'spki', format: 'pem' }) },
            proofOfPossession: sign('sha256', Buffer.from(subject), privateKey).toString('base64'),
          },
        }),
      })
      const chain = chainIn(answer)
      if (chain === undefined) throw unanswered({ whom, url: fulcioUrl }, 'no certificate')
      if (keyOf(chain[0]) !== keyId(publicKey))
        throw unanswered({ whom, url: fulcioUrl }, 'a certificate of another key')
      return { signature: sign('sha256', data, privateKey), key: { kind: 'certificate', chain } }
    },
  }
}

/** Whoever reads the token on its way could sign as this workflow. */
function requireEncrypted(url: string): void {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return
  throw new UserError('signing.unencrypted', `Expected a certificate authority by https but found ${url}`, {
    hint: "Give 'record.keyless.fulcio-url' an address that starts with https://",
  })
}

function chainIn(answer: Uint8Array): readonly [string, ...string[]] | undefined {
  try {
    const read = Answer.parse(JSON.parse(Buffer.from(answer).toString()))
    const [first, ...more] = (
      'signedCertificateEmbeddedSct' in read ? read.signedCertificateEmbeddedSct : read.signedCertificateDetachedSct
    ).chain.certificates
    return first === undefined ? undefined : [first, ...more]
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

function keyOf(pem: string): string | undefined {
  try {
    return keyId(createPublicKey(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' })))
  } catch {
    return undefined
  }
}

const wouldPublish = () =>
  new UserError(
    'signing.would-publish',
    "Expected a public repository but found one whose name Sigstore's public instance would publish for good",
    {
      hint: "Sign with a key of your own, leave 'record.keyless.instance' at github, or set 'record.keyless.may-publish: true'",
    },
  )
