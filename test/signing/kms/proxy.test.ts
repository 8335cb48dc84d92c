import { afterAll, expect, test } from 'vitest'
import { openVaultTransit } from '../../../src/signing/kms/open-vault-transit.ts'
import { refusal } from './refusal.ts'
import { served } from './served.ts'

const before = process.env.HTTP_PROXY
afterAll(() => {
  if (before === undefined) delete process.env.HTTP_PROXY
  else process.env.HTTP_PROXY = before
})

test('a runner behind a proxy reaches the service through it', async () => {
  const proxy = await served(() => ({ status: 404, json: { errors: [] } }))
  process.env.HTTP_PROXY = proxy.url
  const environment = { VAULT_ADDR: 'http://127.0.0.1:1', VAULT_TOKEN: 'hvs.token' }
  expect(await refusal(() => openVaultTransit('hashivault://certify', environment))).toMatch(/^kms\.missing \(input\)/)
  expect(proxy.asked.map(({ path }) => path)).toEqual(['http://127.0.0.1:1/v1/transit/keys/certify'])
  proxy.close()
})
