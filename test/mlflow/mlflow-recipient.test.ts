import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/core/evidence.ts'
import { metricsOf } from '../../src/mlflow/recording/metrics-of.ts'
import { mlflowRecipient } from '../../src/mlflow/recording/mlflow-recipient.ts'
import type { ToldCertification } from '../../src/ports.ts'
import { evidence } from '../core/record/memory.ts'
import { sha256 } from '../harness/sha256.ts'
import { aServer } from './a-server.ts'

const CERTIFICATE = { name: 'certificate.sigstore.json', content: Buffer.from('{"signed":true}') }
const FOLDER = `proofmark/${sha256('{"signed":true}')}`
const AT = new Date('2026-11-30T06:00:00Z')

const judged = (...pinned: string[]) =>
  evidence('data-validate', {
    subject: pinned.map(name => ({
      name,
      digest: { sha256: 'a'.repeat(64) },
      bytes: 1,
      origin: { kind: 'mlflow', pinned: name },
    })),
  }) as Evidence

const told = (parts: Partial<ToldCertification> = {}): ToldCertification => ({
  kind: 'certification',
  command: 'gate',
  verdict: 'passed',
  evidence: [judged('models:/credit/7/MLmodel', 'models:/credit/7/model.pkl')],
  model: { name: 'credit', id: 'b'.repeat(64) },
  record: [CERTIFICATE, { name: 'SHA256SUMS', content: Buffer.from('sums') }],
  at: AT,
  ...parts,
})

/** A server with version 7 of credit, made by the run r1, that remembers what it is sent. */
async function aRegistry({ files = [], tags = [] }: { files?: unknown[]; tags?: unknown[] } = {}) {
  const bodies: string[] = []
  const { url, requests } = await aServer(({ url: path = '', method }, response, body) => {
    if (method !== 'GET') bodies.push(body)
    const answer = path.includes('runs/get')
      ? { run: { info: { run_id: 'r1', experiment_id: '3', artifact_uri: 'mlflow-artifacts:/3/r1/artifacts' } } }
      : path.includes('model-versions/get')
        ? { model_version: { name: 'credit', version: '7', run_id: 'r1', tags } }
        : path.includes('artifacts?path')
          ? { files }
          : {}
    response.end(JSON.stringify(answer))
  })
  const recipient = await mlflowRecipient({}, { MLFLOW_TRACKING_URI: url }, { commit: 'c0ffee' })
  const sent = () =>
    requests.filter(request => !request.startsWith('GET')).map(request => request.replace('/api/2.0/', ''))
  const tagged = () =>
    bodies
      .flatMap(body => (body.includes('"version":"7"') ? [JSON.parse(body)] : []))
      .map(({ key, value }) => [key, value])
  return { url, recipient, sent, tagged, bodies }
}

describe('a certification', () => {
  test('its files, metrics and tags are recorded, the status last', async () => {
    const { recipient, sent, tagged } = await aRegistry()
    expect(await recipient.tell(told({ policy: 'd'.repeat(64), notAfter: '2027-02-28T06:00:00Z' }))).toBe(
      `${FOLDER} on the run r1, tags on version 7 of credit`,
    )
    expect(sent().slice(0, 3)).toEqual([
      `PUT mlflow-artifacts/artifacts/3/r1/artifacts/${FOLDER}/certificate.sigstore.json`,
      `PUT mlflow-artifacts/artifacts/3/r1/artifacts/${FOLDER}/SHA256SUMS`,
      'POST mlflow/runs/log-batch',
    ])
    expect(tagged()).toEqual([
      ['proofmark.digest', `sha256:${'b'.repeat(64)}`],
      ['proofmark.certificate', `runs:/r1/${FOLDER}/certificate.sigstore.json`],
      ['proofmark.policy', `sha256:${'d'.repeat(64)}`],
      ['proofmark.commit', 'c0ffee'],
      ['proofmark.expires', '2027-02-28T06:00:00Z'],
      ['proofmark.status', 'certified'],
    ])
  })

  test('a refusal takes "certified" away first, and the end of what held before', async () => {
    const tags = [
      { key: 'proofmark.status', value: 'certified' },
      { key: 'proofmark.expires', value: '2027-02-28T06:00:00Z' },
      { key: 'proofmark.commit', value: 'c0ffee' },
    ]
    const { recipient, tagged } = await aRegistry({ tags })
    await recipient.tell(
      told({ verdict: 'failed', record: [{ name: 'refusal.sigstore.json', content: CERTIFICATE.content }] }),
    )
    expect(tagged()[0]).toEqual(['proofmark.status', 'refused'])
    expect(tagged()).toContainEqual(['proofmark.expires', '-'])
    expect(tagged().map(([key]) => key)).not.toContain('proofmark.commit')
  })

  test('gates without a decision leave the tags as they are', async () => {
    const { recipient, tagged, sent } = await aRegistry()
    const record = [{ name: 'data-validate.evidence.json', content: Buffer.from('{}') }]
    expect(await recipient.tell(told({ record }))).toBe(`proofmark/${sha256('{}')} on the run r1`)
    expect(tagged()).toEqual([])
    expect(sent()).toHaveLength(2)
  })

  test('what is kept there already stays, and what is somebody else’s is not overwritten', async () => {
    const size = CERTIFICATE.content.length
    const ours = await aRegistry({ files: [{ path: 'certificate.sigstore.json', file_size: size }] })
    await ours.recipient.tell(told())
    expect(ours.sent().filter(request => request.startsWith('PUT'))).toHaveLength(1)
    const theirs = await aRegistry({ files: [{ path: 'certificate.sigstore.json', file_size: size + 1 }] })
    await expect(theirs.recipient.tell(told())).rejects.toMatchObject({ code: 'mlflow.taken', kind: 'environment' })
    expect(theirs.sent()).toEqual([])
  })

  test.each([
    ['files of the workspace', [evidence('data-validate') as Evidence], 'mlflow.nothing-named'],
    ['files of two versions', [judged('models:/credit/7/a', 'models:/credit/8/b')], 'mlflow.many-models'],
  ])('of %s has nowhere to go', async (_, found, code) => {
    const { recipient } = await aRegistry()
    await expect(recipient.tell(told({ evidence: found }))).rejects.toMatchObject({ code, kind: 'input' })
  })

  test('of files of the workspace goes to the run that the environment names', async () => {
    const { url } = await aRegistry()
    const recipient = await mlflowRecipient({}, { MLFLOW_TRACKING_URI: url, MLFLOW_RUN_ID: 'r1' }, {})
    expect(await recipient.tell(told({ evidence: [evidence('data-validate') as Evidence] }))).toBe(
      `${FOLDER} on the run r1`,
    )
  })
})

test('metrics have keys that MLflow takes, and finite values', () => {
  const check = (id: string, value: number | string) =>
    ({ id, title: id, status: 'pass', reason: 'x', measured: { value } }) as const
  const checks = [
    check('auc.floor', 0.8),
    check('psi/income (€)', 0.1),
    check('psi_income (€)', 0.2),
    check('broken', Number.NaN),
    check('text', 'a'),
    check(`x${'y'.repeat(400)}`, 1),
  ]
  const found = new Map(
    metricsOf([evidence('data-validate', { checks }) as Evidence], AT).map(({ key, value }) => [key, value]),
  )
  expect(found.get('proofmark.data-validate.passed')).toBe(1)
  expect(found.get('proofmark.data-validate.checks.pass')).toBe(6)
  expect(found.get('proofmark.data-validate.auc.floor')).toBe(0.8)
  expect(found.get('proofmark.data-validate.psi_income ___')).toBe(0.1)
  expect([...found.keys()].filter(key => /broken|text/.test(key))).toEqual([])
  expect(Math.max(...[...found.keys()].map(key => key.length))).toBe(250)
  expect(
    metricsOf(
      [evidence('data-validate', { checks: Array.from({ length: 9000 }, (_, i) => check(`c${i}`, i)) }) as Evidence],
      AT,
    ),
  ).toHaveLength(5000)
})
