import { describe, expect, test } from 'vitest'
import { exitCodeOf } from '../../src/commands/exit-code.ts'
import { REVOCATION_SCHEMA } from '../../src/core/record/promotion/revocation.ts'
import type { UserError } from '../../src/core/user-error.ts'
import { grafanaRecipient } from '../../src/grafana/grafana-recipient.ts'
import type { ToldRevocation } from '../../src/ports.ts'
import { decided, pointer } from '../core/metrics/decisions.ts'
import { type Fault, receiver } from '../prometheus/export/receiver.ts'

/** What Grafana says of a mark that it has taken. */
const created = { status: 200, body: '{"message":"Annotation added","id":1}' }
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
    const { url, asked } = await receiver(created)
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
    const { url, asked } = await receiver(created)
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
      created,
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

  test('without a token asks nobody', async () => {
    const { url, asked } = await receiver()
    await expect(grafanaRecipient({ url }, {}).tell(promoted())).rejects.toMatchObject({
      message: 'Expected the environment variable GRAFANA_TOKEN to be set but found nothing',
      kind: 'environment',
    })
    expect(asked).toEqual([])
  })
})

/** What comes of telling a Grafana that answers so, how often it was asked, and what was said in all. */
async function faced(...faults: Fault[]) {
  const { url, asked } = await receiver(...faults)
  return { ...(await at(url, faults[0] === 'slow' ? 25 : 50)), asked: asked.length }
}
/** With seconds of so many milliseconds: twenty of them are borne by a busy machine too. */
const at = (url: string, second = 50) =>
  grafanaRecipient({ url }, environment, second)
    .tell(promoted())
    .then(
      told => ({ told, hint: undefined, code: 0 }),
      (error: UserError) => ({ told: error.message, hint: error.hint, code: exitCodeOf(error) }),
    )
const rights = 'Give GRAFANA_TOKEN the token of a service account with the permission annotations:create'
const address = 'Check connections.grafana.url: the address without /api, with the path that Grafana is served below'
const always = (fault: Fault) => [fault, fault, fault, fault]

describe('a Grafana that is not well', () => {
  test.each<[string, Fault[], string, string, number]>([
    [
      'refuses the token',
      [{ status: 401, body: '{"message":"Invalid API key"}' }],
      'HTTP status 401: {"message":"Invalid API key"}',
      rights,
      1,
    ],
    [
      'lacks a permission',
      [{ status: 403, body: '{"message":"Access denied"}' }],
      'HTTP status 403: {"message":"Access denied"}',
      rights,
      1,
    ],
    ['is served below another path', [{ status: 404, body: '<html>' }], 'HTTP status 404', address, 1],
    [
      'is behind a login',
      [{ status: 302, headers: { location: 'https://sso.example/login' } }],
      'a redirect to https://sso.example/login',
      'Give that address in the settings: no redirect is followed',
      1,
    ],
    [
      'limits for long',
      [{ status: 429, headers: { 'retry-after': '3600' } }],
      'HTTP status 429',
      'It limits how often it may be asked: run it again later',
      1,
    ],
    [
      'stays broken',
      always({ status: 500, body: '{"message":"database is locked"}' }),
      'HTTP status 500: {"message":"database is locked"}',
      'Run it again, or see its log',
      4,
    ],
    [
      'starts for too long',
      always({ status: 503, body: '<html>' }),
      'HTTP status 503',
      'Run it again, or see its log',
      4,
    ],
    ['is silent', always('slow'), 'no answer in 20 seconds', 'See what it is busy with', 4],
    [
      'hangs up',
      always('drop'),
      'no connection (ECONNRESET)',
      'Check its address, that it runs, and that the runner can reach it',
      4,
    ],
    [
      'repeats what it was sent',
      [{ status: 400, body: 'Bearer glsa_x is odd' }],
      'HTTP status 400: Bearer *** is odd',
      'See what it says of the request',
      1,
    ],
  ])('is told of in a sentence where it %s', async (_, faults, found, hint, asked) => {
    const { told, ...rest } = await faced(...faults)
    expect((told ?? '').replace(/http:\/\/127\.0\.0\.1:\d+/, 'URL')).toBe(
      `Expected Grafana at URL to take what was sent but found ${found}`,
    )
    expect(rest).toEqual({ hint, code: 4, asked })
  })

  test('is told of where it is down', async () => {
    expect(await at('http://127.0.0.1:9')).toMatchObject({
      told: expect.stringMatching(/found no connection \(\w+\)$/),
      code: 4,
    })
  })

  test.each<[string, Fault]>([
    ['starts', { status: 503 }],
    ['has had enough for now', { status: 429, headers: { 'retry-after': '1' } }],
    ['is broken for a moment', { status: 500 }],
    ['hangs up once', 'drop'],
  ])('is asked again where it %s', async (_, fault) => {
    expect(await faced(fault, created)).toEqual({ told: 'marked the promotion', hint: undefined, code: 0, asked: 2 })
  })

  test('has marked nothing where a page says 200, or anything else that is not its own', async () => {
    const hint = `${address}. A login or a proxy may stand before it`
    expect(await faced({ status: 200, body: '<html>Sign in</html>' })).toMatchObject({
      told: expect.stringMatching(/^Expected Grafana at \S+ to take what was sent but found a page$/),
      hint,
      code: 4,
    })
    for (const body of ['', 'OK', '{"message":"hello"}'])
      expect(await faced({ status: 200, body })).toMatchObject({
        told: expect.stringMatching(/^Expected an answer of Grafana's at \S+ but found something else$/),
        hint,
        code: 4,
      })
    const { url, asked } = await receiver({ status: 200, body: '{}' })
    await expect(grafanaRecipient({ url }, environment).tell({ ...promoted(), again: true })).rejects.toMatchObject({
      code: 'grafana.answer',
    })
    expect(asked).toHaveLength(1)
  })

  test('sends the token nowhere else', async () => {
    const other = await receiver(created)
    const { told } = await faced({ status: 307, headers: { location: `${other.url}/api/annotations` } })
    expect(told).toContain(`a redirect to ${other.url}/api/annotations`)
    expect(other.asked).toEqual([])
  })
})
