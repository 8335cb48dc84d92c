import { beforeAll, describe, expect, it } from 'vitest'
import { whomToTrust } from '../../../src/commands/verification/whom-to-trust.ts'
import { disk, memoryPorts } from '../../core/record/memory.ts'
import { trustedIn } from '../../harness/log/a-log.ts'

let keys: { publicKey: string; other: string }
beforeAll(async () => {
  const { signing } = memoryPorts(disk())
  const [{ publicKey }, { publicKey: other }] = [await signing.generate('p256'), await signing.generate('p256')]
  keys = { publicKey, other }
})

const log = trustedIn(1)
const policy = (trust: object | undefined) =>
  JSON.stringify({ require: ['security-scan'], ...(trust === undefined ? {} : { trust }) })
const trust = () => ({
  keys: [{ name: 'certifier', key: keys.other, 'not-after': '2026-12-31T00:00:00Z' }],
  identities: [{ name: 'ci', workflow: 'acme/model/.github/workflows/certify.yml', ref: 'refs/heads/main' }],
  policies: ['a'.repeat(64)],
  log,
  'trusted-root': 'root.json',
})

const told = (given: Parameters<typeof whomToTrust>[0], files: Record<string, string> = {}) =>
  whomToTrust(given, memoryPorts(disk({ 'proofmark.pub': keys.publicKey, 'root.json': '{"root":1}', ...files })))

describe('whom a verification believes', () => {
  it('is a key alone, where nothing else is named: no log is asked then', async () => {
    expect(await told({ key: 'proofmark.pub' })).toBe('proofmark.pub')
  })

  it('is a policy’s trust, with the root that it names read', async () => {
    const { 'trusted-root': _, identities, ...rest } = trust()
    expect(await told({ policy: 'policy.yml' }, { 'policy.yml': policy(trust()) })).toEqual({
      ...rest,
      identities: identities.map(one => ({
        ...one,
        issuer: 'https://token.actions.githubusercontent.com',
        server: 'https://github.com',
      })),
      trustedRoot: '{"root":1}',
    })
  })

  it('is the one key that is named, in place of every key and workflow of the policy, and the policy’s log', async () => {
    expect(await told({ key: 'proofmark.pub', policy: 'policy.yml' }, { 'policy.yml': policy(trust()) })).toEqual({
      keys: [{ name: 'proofmark.pub', key: keys.publicKey }],
      policies: ['a'.repeat(64)],
      log,
      trustedRoot: '{"root":1}',
    })
  })

  it('is the policy of the settings, where neither is named', async () => {
    const { 'trusted-root': _, identities: __, ...few } = trust()
    const settings = { 'proofmark.yml': JSON.stringify({ policy: JSON.parse(policy(few)) }) }
    expect(await told({ config: 'proofmark.yml' }, settings)).toEqual(few)
    const elsewhere = { 'proofmark.yml': 'policy: { from: { file: policy.yml } }', 'policy.yml': policy(few) }
    expect(await told({ config: 'proofmark.yml' }, elsewhere)).toEqual(few)
  })

  it('is not the settings’ policy, where a key is named alone', async () => {
    const settings = { 'proofmark.yml': JSON.stringify({ policy: JSON.parse(policy(trust())) }) }
    expect(await told({ key: 'proofmark.pub', config: 'proofmark.yml' }, settings)).toBe('proofmark.pub')
  })

  it.each<[string, Parameters<typeof whomToTrust>[0], Record<string, string>, string]>([
    ['there is neither a key nor a policy', {}, {}, 'verify.trust'],
    ['the settings have none', { config: 'proofmark.yml' }, { 'proofmark.yml': '{}' }, 'verify.trust'],
    [
      'the policy says not whom it trusts',
      { policy: 'p.yml' },
      { 'p.yml': '{ require: [security-scan] }' },
      'verify.policy',
    ],
    [
      'the policy says not whom it trusts, beside a key',
      { policy: 'p.yml', key: 'proofmark.pub' },
      { 'p.yml': '{ require: [security-scan] }' },
      'verify.policy',
    ],
    ['the policy is not there', { policy: 'p.yml' }, {}, 'file.missing'],
  ])('is nobody where %s', async (_, given, files, code) => {
    await expect(told(given, files)).rejects.toMatchObject({ code })
  })
})
