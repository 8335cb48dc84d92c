import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'

export type Algorithm = 'RS256' | 'ES256'

/** An issuer of identity tokens on the loopback interface. */
export interface Issuer {
  /** Its address, which is its name. */
  readonly url: string
  /** Requests so far, by path. */
  readonly requests: string[]
  /** What it answers, by path; change it to make it misbehave. */
  readonly answers: Map<string, unknown>
  /** The keys it shows now. */
  keys(): { keys: JWK[] }
  /** Shows a new key besides those it has, and signs with it from now on. */
  rotate(algorithm?: Algorithm): Promise<void>
  /** Takes its oldest key out of sight. */
  retire(): void
  /** Gives tokens for the running job: set what they claim besides their audience. Asked at `/id-token?audience=…`, as on a runner. */
  job?: JWTPayload
  /** A token as it would issue it. */
  sign(claims: JWTPayload, header?: { kid?: string }): Promise<string>
}

/** An issuer with one key; it serves its description and its keys as GitHub's does. */
export async function anIssuer(algorithm: Algorithm = 'RS256'): Promise<Issuer> {
  const held: { kid: string; alg: Algorithm; privateKey: GenerateKeyPairResult['privateKey']; jwk: JWK }[] = []
  const answers = new Map<string, unknown>()
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const asked = new URL(request.url ?? '/', url)
    if (asked.pathname === '/id-token' && issuer.job !== undefined) {
      const claims = { iss: url, ...issuer.job, aud: asked.searchParams.get('audience') ?? '' }
      issuer.sign(claims).then(
        value => response.setHeader('content-type', 'application/json').end(JSON.stringify({ value })),
        () => response.destroy(),
      )
      return
    }
    const answer = answers.get(request.url ?? '')
    if (answer === undefined) response.writeHead(404).end()
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const shown = () => ({ keys: held.map(({ jwk }) => jwk) })
  const show = () => answers.set('/.well-known/jwks', shown())

  async function rotate(alg: Algorithm = algorithm) {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
    const kid = `key-${held.length + 1}-${port}`
    held.push({ kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } })
    show()
  }
  answers.set('/.well-known/openid-configuration', { issuer: url, jwks_uri: `${url}/.well-known/jwks` })
  await rotate()
  const issuer: Issuer = {
    url,
    requests,
    answers,
    keys: shown,
    rotate,
    retire() {
      held.shift()
      show()
    },
    sign(claims, header = {}) {
      const newest = held.at(-1)
      if (newest === undefined) throw new Error('Expected the issuer to have a key')
      return new SignJWT(claims)
        .setProtectedHeader({ alg: newest.alg, kid: newest.kid, ...header })
        .sign(newest.privateKey)
    },
  }
  return issuer
}
