import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import { keygen } from '../../src/commands/keygen.ts'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import { compose } from '../../src/compose.ts'
import { Settings } from '../../src/core/settings/schema.ts'

const log = { info: () => {}, warn: () => {}, progress: () => {} }
const ROWS = 4000
let root: string

/** Writes the predictions of a model that has so many of the rows wrong. */
function model(name: string, wrong: number) {
  const rows = Array.from({ length: ROWS }, (_, i) => `r${i},${i % 2},${(i % 2 === 1) === i >= wrong ? 0.9 : 0.1}`)
  writeFileSync(join(root, `${name}.csv`), `id,label,score\n${rows.join('\n')}\n`)
  writeFileSync(join(root, 'model.bin'), name)
}

const settingsOf = (certify: object) =>
  Settings.parse({
    model: { name: 'credit', files: ['model.bin'] },
    certify: { claims: ['accuracy no worse than champion by 0.02'], ...certify },
    record: { key: 'proofmark.key' },
    policy: { require: ['model-certify'] },
  })

const judge = async (certify: object, now = '2026-06-01T00:00:00Z') => {
  const ports = { ...compose(root, log, {}), now: () => new Date(now) }
  return (await produceEvidence(modelCertify, settingsOf(certify), ports, '.proofmark')).evidence
}

/** Judges and certifies; the certificate is kept. */
async function certify(settings: object, keep: string, now: string) {
  const ports = { ...compose(root, log, {}), now: () => new Date(now) }
  const { evidence } = await produceEvidence(modelCertify, settingsOf(settings), ports, '.proofmark')
  expect(evidence.verdict).toBe('passed')
  const { verdict, error } = await auditRecord(settingsOf(settings), { out: '.proofmark' }, ports)
  expect(error).toBeUndefined()
  expect(verdict).toBe('passed')
  await ports.files.write(`certificates/${keep}.json`, await ports.files.read('.proofmark/certificate.sigstore.json'))
}

const anchor = (predictions: string) => ({
  certificates: ['certificates/*'],
  key: 'proofmark.pub',
  predictions: `${predictions}.csv`,
})

const statusOf = (evidence: Awaited<ReturnType<typeof judge>>, id: string) =>
  evidence.checks.find(check => check.id === id)?.status

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'anchor-'))
  await keygen({ privateKey: 'proofmark.key', publicKey: 'proofmark.pub' }, compose(root, log, {}))
  model('first', 100)
  await certify({ predictions: 'first.csv', claims: ['accuracy >= 0.9'] }, '1', '2026-01-01T00:00:00Z')
  model('second', 160)
  await certify({ predictions: 'second.csv', champion: 'first.csv' }, '2', '2026-02-01T00:00:00Z')
})
afterAll(() => rmSync(root, { recursive: true }))

it('stops a line of models each a little worse than the one before', async () => {
  model('third', 220)
  const settings = { predictions: 'third.csv', champion: 'second.csv' }
  expect((await judge(settings, '2026-03-01T00:00:00Z')).verdict).toBe('passed')
  const third = await judge({ ...settings, anchor: anchor('first') }, '2026-03-01T00:00:00Z')
  expect(third.verdict).toBe('passed')
  expect(third.materials.map(({ role }) => role)).toContain('anchor')

  model('fourth', 280)
  const fourth = { predictions: 'fourth.csv', champion: 'third.csv', anchor: anchor('first') }
  expect(statusOf(await judge(fourth, '2026-03-01T00:00:00Z'), 'accuracy.no-worse-than-champion')).toBe('pass')
  model('fifth', 340)
  const fifth = await judge({ ...fourth, predictions: 'fifth.csv', champion: 'fourth.csv' }, '2026-03-01T00:00:00Z')
  expect(statusOf(fifth, 'accuracy.no-worse-than-champion')).toBe('pass')
  expect(fifth.checks.find(({ id }) => id === 'accuracy.no-worse-than-anchor')).toMatchObject({
    status: 'fail',
    required: { comparator: '>=', value: -0.04 },
  })
})

it('takes the oldest certificate that is valid on the day', async () => {
  model('third', 220)
  const settings = { predictions: 'third.csv', champion: 'second.csv' }
  const april = '2026-04-20T00:00:00Z'
  expect(statusOf(await judge({ ...settings, anchor: anchor('first') }, april), 'anchor.certificate')).toBe(
    'inconclusive',
  )
  expect(statusOf(await judge({ ...settings, anchor: anchor('second') }, april), 'anchor.certificate')).toBe('pass')
})

it('is undecided without a certificate, by another key, or with other predictions than the certified ones', async () => {
  const settings = { predictions: 'second.csv', champion: 'first.csv' }
  const march = '2026-03-01T00:00:00Z'
  const none = await judge({ ...settings, anchor: { ...anchor('first'), certificates: ['*.csv'] } }, march)
  expect(none.checks.find(({ id }) => id === 'anchor.certificate')).toMatchObject({
    status: 'inconclusive',
    hint: expect.stringContaining('first certificate'),
  })
  await keygen({ privateKey: 'other.key', publicKey: 'other.pub' }, compose(root, log, {}))
  const other = await judge({ ...settings, anchor: { ...anchor('first'), key: 'other.pub' } }, march)
  expect(statusOf(other, 'anchor.certificate')).toBe('inconclusive')
  const swapped = await judge({ ...settings, anchor: anchor('second') }, march)
  expect(swapped.checks.find(({ id }) => id === 'anchor.certificate')?.reason).toMatch(
    /^Expected second.csv to be the predictions that certificates\/1.json certifies/,
  )
})
