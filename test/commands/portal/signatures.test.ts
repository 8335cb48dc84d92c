import { expect, it } from 'vitest'
import type { LoadedTrust } from '../../../src/core/record/trust/loaded-trust.ts'
import { aCertificate, aRefusal, idOf } from '../../harness/portal/a-certificate.ts'
import { aPortal } from '../../harness/portal/a-portal.ts'
import { type Certifier, certifier } from '../../harness/portal/certifier.ts'
import type { Entered } from '../../harness/portal/log-tree.ts'
import { sha256 } from '../../harness/sha256.ts'

const [ours, theirs] = [certifier(), certifier()]
const trust = (more: Partial<LoadedTrust> = {}, window = {}): LoadedTrust => ({
  keys: [{ name: 'the certifier', key: ours.publicKey, ...window }],
  ...more,
})

function entered(at: string, name: string, by?: Certifier, type: 'certificate' | 'refusal' = 'certificate'): Entered {
  const parts = { at, name, version: '1', file: `weights of ${name}`, by }
  return {
    leaf: { type, at, model: `${name} 1`, id: `sha256:${idOf(parts.file)}` },
    document: type === 'certificate' ? aCertificate(parts) : aRefusal(parts),
  }
}

/** What a page says, without markup. */
const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('shows of each certificate whether somebody trusted signed it, and counts one by nobody trusted for nothing', async () => {
  const { built, page } = await aPortal(
    [
      entered('2026-10-01T09:00:00Z', 'credit', ours),
      entered('2026-10-02T09:00:00Z', 'fraud', theirs),
      entered('2026-10-03T09:00:00Z', 'fraud', theirs, 'refusal'),
      entered('2026-10-04T09:00:00Z', 'forged'),
    ],
    { trust: trust() },
  )
  expect(built).toMatchObject({ signatures: { verified: 1, refused: 2, notAsked: 0 }, exitCode: 0 })
  expect(plain(page('models/credit.html'))).toContain('✓ verified by the certifier')
  const fraud = plain(page('models/fraud.html'))
  expect(fraud).toContain('✗ not verified Expected a signature by key')
  expect(fraud).toContain('Version 1: certificate not verified')
  expect(fraud).toContain('Its signature is not verified')
  const index = plain(page('index.html'))
  expect(index).toContain('The signature of 2 certificates is not verified')
  expect(index).toContain('1 with a valid certificate')
  expect(index).toContain('1 verified, 2 not verified')
  // A forged one names a key that nobody has.
  expect(plain(page('models/forged.html'))).toContain('✗ not verified')
  // No control is supported by it: nothing of what it says is believed.
  expect(page('compliance-officer.html')).toContain('data-title="Not supported"')
  const { models } = JSON.parse(page('portal.json'))
  expect(models.map(({ name, tags }: { name: string; tags: string[] }) => [name, tags.includes('certified')])).toEqual([
    ['credit', true],
    ['forged', false],
    ['fraud', false],
  ])
})

it('shows a certificate as certified only where its bytes are the signed ones', async () => {
  const whole = entered('2026-10-01T09:00:00Z', 'credit', ours)
  const bundle = JSON.parse(whole.document)
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString().replace('"value":0.82', '"value":0.99')
  bundle.dsseEnvelope.payload = Buffer.from(payload).toString('base64')
  const { built, page } = await aPortal([{ ...whole, document: JSON.stringify(bundle) }], { trust: trust() })
  expect(built.signatures).toEqual({ verified: 0, refused: 1, notAsked: 0 })
  expect(plain(page('models/credit.html'))).toContain('but signature verification failed')
})

it('says where nobody is named whose signatures count', async () => {
  const { built, page } = await aPortal([entered('2026-10-01T09:00:00Z', 'credit', ours)])
  expect(built.signatures).toEqual({ verified: 0, refused: 0, notAsked: 1 })
  expect(plain(page('index.html'))).toContain('nobody is named whose signatures count')
  expect(plain(page('models/credit.html'))).toContain('not asked')
})

it('holds a certificate to the policies that are trusted, and a key to its window at the time of the log', async () => {
  const log = [entered('2026-10-01T09:00:00Z', 'credit', ours)]
  const states = async (by: LoadedTrust) => (await aPortal(log, { trust: by })).built.signatures
  const [verified, refused] = [
    { verified: 1, refused: 0, notAsked: 0 },
    { verified: 0, refused: 1, notAsked: 0 },
  ]
  expect(await states(trust({ policies: [sha256('policy')] }))).toEqual(verified)
  expect(await states(trust({ policies: ['f'.repeat(64)] }))).toEqual(refused)
  expect(await states(trust({}, { 'not-after': '2026-10-01T10:00:00Z' }))).toEqual(verified)
  expect(await states(trust({}, { 'not-after': '2026-10-01T08:00:00Z' }))).toEqual(refused)
})
