import { describe, expect, test } from 'vitest'
import { REVOCATION_SCHEMA } from '../../src/core/record/promotion/revocation.ts'
import { mlflowRecipient } from '../../src/mlflow/recording/mlflow-recipient.ts'
import type { ToldRevocation } from '../../src/ports.ts'
import { pointer } from '../core/metrics/decisions.ts'
import { aServer } from './a-server.ts'

const [MODEL, CERTIFICATE, OTHER] = ['a', 'b', 'c'].map(letter => letter.repeat(64)) as [string, string, string]
const AT = new Date('2026-11-30T06:00:00Z')

const certified = (certificate: string | undefined, status = 'certified') =>
  Object.entries({
    'proofmark.status': status,
    'proofmark.digest': `sha256:${MODEL}`,
    'proofmark.certificate':
      certificate === undefined ? '-' : `runs:/r1/proofmark/${certificate}/certificate.sigstore.json`,
  }).map(([key, value]) => ({ key, value }))

/** A server with one version of that digest, which remembers what it is sent. */
async function registered(tags: unknown[], run = tags) {
  const sent: string[] = []
  const { url, requests } = await aServer(({ url: path = '', method }, response, body) => {
    if (method !== 'GET') sent.push(`${path.replace('/api/2.0/mlflow/', '')} ${body}`)
    const answer = path.includes('model-versions/search')
      ? {
          model_versions: path.includes(MODEL)
            ? [{ name: 'credit', version: '7', run_id: 'r1', model_id: 'm-1', tags }]
            : [],
        }
      : path.includes('runs/get')
        ? { run: { info: { run_id: 'r1', experiment_id: '3', artifact_uri: 'x:/' }, data: { tags: run } } }
        : {}
    response.end(JSON.stringify(answer))
  })
  return { recipient: await mlflowRecipient({}, { MLFLOW_TRACKING_URI: url }, {}), sent, requests }
}

const revocation = (parts: Partial<ToldRevocation['certificates'][number]> = {}): ToldRevocation => ({
  kind: 'revocation',
  revocation: {
    schema: REVOCATION_SCHEMA,
    certificate: CERTIFICATE,
    reason: 'wrong labels',
    at: '2026-11-30T06:00:00Z',
  },
  certificates: [{ sha256: CERTIFICATE, model: { id: MODEL }, last: true, ...parts }],
  targets: [],
  at: AT,
})

describe('a revocation', () => {
  test('takes "certified" from version, logged model and run, the status first', async () => {
    const { recipient, sent } = await registered(certified(CERTIFICATE))
    expect(await recipient.tell(revocation())).toBe('revoked on version 7 of credit, the logged model m-1, the run r1')
    const revoked = '{"key":"proofmark.revoked","value":"2026-11-30T06:00:00Z: wrong labels"}'
    const both = `[{"key":"proofmark.status","value":"revoked"},${revoked}]`
    expect(sent).toEqual([
      'model-versions/set-tag {"name":"credit","version":"7","key":"proofmark.status","value":"revoked"}',
      `model-versions/set-tag {"name":"credit","version":"7",${revoked.slice(1)}`,
      `logged-models/m-1/tags {"tags":${both}}`,
      `runs/log-batch {"run_id":"r1","metrics":[],"tags":${both}}`,
    ])
  })

  test.each([
    ['certified by another certificate meanwhile', certified(OTHER), {}],
    ['refused', certified(CERTIFICATE, 'refused'), {}],
    ['certified by a newer one whose record nobody kept', certified(undefined), { last: false }],
    ['of another model', certified(CERTIFICATE), { model: { id: OTHER } }],
  ])('leaves a version that is %s', async (_, tags, parts) => {
    const { recipient, sent } = await registered(tags)
    expect(await recipient.tell(revocation(parts))).toBeUndefined()
    expect(sent).toEqual([])
  })

  test('takes it from a version whose record nobody kept, and leaves a run of another certificate', async () => {
    const { recipient, sent } = await registered(certified(undefined), certified(OTHER))
    expect(await recipient.tell(revocation())).toBe('revoked on version 7 of credit, the logged model m-1')
    expect(sent.filter(one => one.startsWith('runs/'))).toEqual([])
  })
})

describe('a promotion', () => {
  const key = 'proofmark.production.s3://models/credit_1'
  const move = (parts: Parameters<typeof pointer>[0]) =>
    ({ kind: 'promotion', pointer: pointer({ target: 's3://models/credit#1', ...parts }), at: AT }) as const

  test('is said on the version, and a demotion with its reason', async () => {
    const { recipient, sent } = await registered(certified(CERTIFICATE))
    expect(await recipient.tell(move({}))).toBe(`${key} on version 7 of credit`)
    const from = { name: 'credit-default 3', id: MODEL, certificate: CERTIFICATE }
    await recipient.tell(move({ kind: 'demotion', to: null, from, reason: 'INC-9' }))
    const said = sent.map(one => JSON.parse(one.slice(one.indexOf('{'))).value)
    expect(said).toEqual(['since 2026-11-23T07:00:00Z, by ada', 'until 2026-11-23T07:00:00Z, by ada: INC-9'])
  })

  test('of a model that MLflow knows nothing of writes nothing', async () => {
    const { recipient, sent, requests } = await registered([])
    expect(await recipient.tell(move({ to: { name: 'other', id: OTHER, certificate: OTHER } }))).toBeUndefined()
    expect([sent, requests.length]).toEqual([[], 1])
  })
})

test('a look writes nothing', async () => {
  const { recipient, requests } = await registered([])
  expect(await recipient.tell({ kind: 'look', target: 'x', verdict: 'passed', at: AT })).toBeUndefined()
  expect(requests).toEqual([])
})
