import { describe, expect, test } from 'vitest'
import { REVOCATION_SCHEMA } from '../../src/core/record/promotion/revocation.ts'
import { grafanaRecipient } from '../../src/grafana/grafana-recipient.ts'
import type { ToldRevocation } from '../../src/ports.ts'
import { decided, pointer } from '../core/metrics/decisions.ts'
import { receiver } from '../prometheus/export/receiver.ts'

const environment = { GRAFANA_TOKEN: 'glsa_x' }
const promoted = (parts = {}) => ({ kind: 'promotion' as const, pointer: pointer(parts), at: new Date() })

const revoked = (): ToldRevocation => ({
  kind: 'revocation',
  revocation: {
    schema: REVOCATION_SCHEMA,
    certificate: 'b'.repeat(64),
    model: { name: 'credit-default 3', id: 'a'.repeat(64) },
    reason: 'wrong labels',
    by: 'ada',
    at: '2026-11-23T07:00:00Z',
  },
  certificates: [],
  targets: ['s3://models'],
  at: new Date(),
})

describe('Grafana', () => {
  test('gets a mark of a promotion, and none of a certification', async () => {
    const { url, asked } = await receiver()
    const recipient = grafanaRecipient({ url: `${url}/grafana/`, dashboard: 'proofmark' }, environment)
    expect(await recipient.tell(decided())).toBeUndefined()
    expect(await recipient.tell(promoted({ reason: '<b>better</b>' }))).toBe('marked the promotion')
    expect(asked.map(({ method, path, headers }) => [method, path, headers.authorization])).toEqual([
      ['POST', '/grafana/api/annotations', 'Bearer glsa_x'],
    ])
    expect(JSON.parse(asked[0]?.body.toString() ?? '')).toEqual({
      time: Date.parse('2026-11-23T07:00:00Z'),
      tags: ['proofmark', 'promotion', 'target:folder:production', 'model:credit-default 3'],
      text: 'Promoted folder:production to credit-default 3; by ada; &lt;b&gt;better&lt;/b&gt;',
      dashboardUID: 'proofmark',
    })
  })

  test('gets a mark of a revocation, with what still points at it', async () => {
    const { url, asked } = await receiver()
    expect(await grafanaRecipient({ url }, environment).tell(revoked())).toBe('marked the revocation')
    expect(JSON.parse(asked[0]?.body.toString() ?? '')).toEqual({
      time: Date.parse('2026-11-23T07:00:00Z'),
      tags: ['proofmark', 'revocation', 'target:s3://models', 'model:credit-default 3'],
      text: 'Revoked the certificate bbbbbbbbbbbb of credit-default 3; still in production at s3://models; by ada; wrong labels',
    })
  })

  test('is asked whether what may have been told before is marked already', async () => {
    const time = Date.parse('2026-11-23T07:00:00Z')
    const { url, asked } = await receiver(
      { status: 200, body: JSON.stringify([{ time }]) },
      { status: 200, body: '[]' },
    )
    const recipient = grafanaRecipient({ url }, environment)
    expect(await recipient.tell({ ...revoked(), again: true })).toBe('the revocation is marked already')
    expect(await recipient.tell({ ...promoted(), again: true })).toBe('marked the promotion')
    expect(asked.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`)).toEqual([
      `GET /api/annotations?from=${time}&to=${time}&limit=1&tags=proofmark&tags=revocation&tags=model:credit-default+3`,
      `GET /api/annotations?from=${time}&to=${time}&limit=1&tags=proofmark&tags=promotion&tags=target:folder:production&tags=model:credit-default+3`,
      'POST /api/annotations',
    ])
  })

  test('without a token, or with one that may not, is told what is missing', async () => {
    const { url } = await receiver({ status: 403, body: '{"message":"Access denied"}' })
    await expect(grafanaRecipient({ url }, {}).tell(promoted())).rejects.toMatchObject({
      message: 'Expected the environment variable GRAFANA_TOKEN to be set but found nothing',
      kind: 'environment',
    })
    await expect(grafanaRecipient({ url }, environment).tell(promoted())).rejects.toMatchObject({
      message: `Expected Grafana at ${url} to take what was sent but found HTTP status 403: {"message":"Access denied"}`,
      hint: 'Give GRAFANA_TOKEN the token of a service account with the permission annotations:create',
      kind: 'environment',
    })
  })
})
