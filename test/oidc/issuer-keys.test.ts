import { expect, it } from 'vitest'
import { oidcIssuers } from '../../src/oidc/token-issuers.ts'
import { anIssuer } from '../harness/an-issuer.ts'

const { keys } = oidcIssuers()

it('fetches the keys from where the issuer says', async () => {
  const issuer = await anIssuer()
  expect(await keys(issuer.url)).toEqual(issuer.keys())
  expect(issuer.requests).toEqual(['/.well-known/openid-configuration', '/.well-known/jwks'])
})

const AT = '/.well-known/openid-configuration'

it.each<[string, (url: string) => [string, unknown], string]>([
  ['no description', () => [AT, undefined], 'HTTP status 404'],
  [
    'a description of another',
    url => [AT, { issuer: 'https://evil.test', jwks_uri: `${url}/.well-known/jwks` }],
    'the description of https://evil.test',
  ],
  [
    'keys at another host',
    url => [AT, { issuer: url, jwks_uri: 'https://evil.test/jwks' }],
    'keys at another host (evil.test)',
  ],
  [
    'a shared secret for a key',
    () => ['/.well-known/jwks', { keys: [{ kty: 'oct', kid: '1', k: 'AA' }] }],
    'no public keys',
  ],
  ['no keys', () => ['/.well-known/jwks', { keys: [] }], 'no public keys'],
  [
    'far too much',
    () => ['/.well-known/jwks', { keys: 'x'.repeat(70_000) }],
    'an answer of more than 65536 characters',
  ],
])('refuses %s', async (_, change, found) => {
  const issuer = await anIssuer('ES256')
  issuer.answers.set(...change(issuer.url))
  await expect(keys(issuer.url)).rejects.toMatchObject({
    code: 'oidc.issuer-keys',
    kind: 'environment',
    message: `Expected the keys of ${issuer.url} but found ${found}`,
  })
})

it('asks nobody but over TLS', async () => {
  await expect(keys('http://token.actions.githubusercontent.com')).rejects.toMatchObject({
    message: expect.stringContaining('an address that is not https'),
  })
})

it('says so where nobody answers', async () => {
  await expect(keys('http://127.0.0.1:2')).rejects.toMatchObject({ message: expect.stringContaining('no connection') })
})
