import { afterEach, expect, it } from 'vitest'
import { sigstoreSigning } from '../../src/signing/sigstore-signing.ts'
import { type Answer, listen } from './harness/listen.ts'
import { claims, token } from './harness/sigstore-instance.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function fulcio(answer: (body: string) => Answer) {
  const asked: string[] = []
  const server = await listen((_, body) => {
    asked.push(body.toString())
    return answer(body.toString())
  })
  stops.push(server.stop)
  return { url: server.url, asked }
}

const SECRET = token(claims())

async function fault(fulcioUrl: string, said = SECRET, mayPublish = false): Promise<string> {
  const signing = sigstoreSigning({ token: async () => said })
  try {
    const signer = await signing.open('keyless', { keyless: { fulcioUrl, audience: 'sigstore', mayPublish } })
    await signer.sign(Buffer.from('data'))
    return 'signed'
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message
  }
}

it('asks for an identity token of the audience that is named, and proves possession of the key by its subject', async () => {
  const audiences: string[] = []
  const { url, asked } = await fulcio(() => ({ status: 400, body: '' }))
  const signing = sigstoreSigning({
    token: async audience => {
      audiences.push(audience)
      return SECRET
    },
  })
  const signer = await signing.open('keyless', {
    keyless: { fulcioUrl: `${url}/`, audience: 'ours', mayPublish: false },
  })
  await expect(signer.sign(Buffer.from('data'))).rejects.toMatchObject({ code: 'signing.no-answer' })
  expect(audiences).toEqual(['ours'])
  expect(JSON.parse(asked[0] ?? '')).toEqual({
    credentials: { oidcIdentityToken: SECRET },
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content: expect.stringContaining('-----BEGIN PUBLIC KEY-----') },
      proofOfPossession: expect.any(String),
    },
  })
})

it.each([
  ['junk', 'junk', 'no certificate'],
  ['no chain', '{"signedCertificateEmbeddedSct":{}}', 'no certificate'],
  ['an empty chain', '{"signedCertificateEmbeddedSct":{"chain":{"certificates":[]}}}', 'no certificate'],
  [
    'no certificate in its chain',
    '{"signedCertificateEmbeddedSct":{"chain":{"certificates":["x"]}}}',
    'a certificate of another key',
  ],
])('an authority that answers %s has certified nothing, and its answer is not quoted', async (_, body, found) => {
  const { url } = await fulcio(() => ({ body }))
  expect(await fault(url)).toBe(`Expected an answer from the certificate authority at ${url} but found ${found}`)
})

it('a refusal of the authority does not quote the token', async () => {
  const { url } = await fulcio(body => ({ status: 403, body }))
  const message = await fault(url)
  expect(message).toBe(`Expected an answer from the certificate authority at ${url} but found HTTP status 403`)
})

it.each(['private', 'internal'])('a %s repository is not published unless its owner says so', async visibility => {
  const said = token(claims({ repository_visibility: visibility }))
  expect(await fault('https://fulcio.sigstore.dev', said)).toBe(
    "Expected a public repository but found one whose name Sigstore's public instance would publish for good",
  )
})

it('a token that is none is not quoted', async () => {
  const { url } = await fulcio(() => ({ body: '' }))
  expect(await fault(url, 'secret.secret.secret')).toBe(
    'Expected an identity token of GitHub Actions but found another text',
  )
})

it('a token is sent nowhere in the open', async () => {
  expect(await fault('http://fulcio.example.com')).toBe(
    'Expected a certificate authority by https but found http://fulcio.example.com',
  )
})
