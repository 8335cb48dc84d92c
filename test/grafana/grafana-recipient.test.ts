import { describe, expect, test } from 'vitest'
import { grafanaRecipient } from '../../src/grafana/grafana-recipient.ts'
import { decided, pointer } from '../core/metrics/decisions.ts'
import { receiver } from '../prometheus/export/receiver.ts'

const environment = { GRAFANA_TOKEN: 'glsa_x' }
const promoted = (parts = {}) => ({ kind: 'promotion' as const, pointer: pointer(parts), at: new Date() })

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
