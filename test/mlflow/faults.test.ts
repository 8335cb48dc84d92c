import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { getAlias } from '../../src/mlflow/aliases.ts'
import { openArtifacts } from '../../src/mlflow/artifacts/open-artifacts.ts'
import { connectionFrom } from '../../src/mlflow/connection.ts'
import { metricHistory } from '../../src/mlflow/metrics.ts'
import { tagModelVersion } from '../../src/mlflow/model-versions.ts'
import { createRun, getRun } from '../../src/mlflow/runs.ts'
import { aServer, hasty } from './a-server.ts'

const RUN = {
  run: {
    info: { run_id: 'r1', experiment_id: '3', artifact_uri: 'mlflow-artifacts:/3/r1/artifacts' },
    data: {
      metrics: [
        { key: 'a', value: 'NaN' },
        { key: 'b', value: 1.7976931348623157e308 },
        { key: 'c', value: -1.7976931348623157e308 },
      ],
    },
  },
}

describe('a server that does not answer as it should', () => {
  test.each([
    ['a login page', 200, '<!doctype html><title>Log in</title>', 'mlflow.answer', 'an HTML page'],
    ['text', 200, 'hello', 'mlflow.answer', 'no JSON'],
    ['another document', 200, '{"run":{"info":{}}}', 'mlflow.answer', 'run.info.run_id'],
    ['no such path', 404, '<html>Not Found</html>', 'mlflow.address', 'HTTP status 404'],
    ['a missing run', 404, '{"error_code":"RESOURCE_DOES_NOT_EXIST","message":"no run"}', 'mlflow.missing', 'no run'],
    ['wrong credentials', 401, 'You are not authenticated.', 'mlflow.credentials', 'You are not authenticated.'],
    ['no permission', 403, 'Permission denied', 'mlflow.permission', 'Permission denied'],
    [
      'its host check',
      403,
      'Invalid Host header - possible DNS rebinding attack detected',
      'mlflow.host-header',
      'Invalid Host',
    ],
    [
      'a broken database',
      500,
      '{"error_code":"INTERNAL_ERROR","message":"database is locked"}',
      'mlflow.busy',
      'database is locked',
    ],
    ['a proxy down', 502, '<html>Bad gateway</html>', 'mlflow.busy', 'HTTP status 502 ('],
    ['a body too large', 413, '', 'mlflow.too-large', 'HTTP status 413'],
  ])('%s', async (_, status, text, code, found) => {
    const { url, requests } = await aServer((_request, response) => response.writeHead(status).end(text))
    await expect(getRun(await hasty(url), 'r1')).rejects.toMatchObject({
      code,
      kind: 'environment',
      message: expect.stringContaining(found),
    })
    expect(requests.length).toBe(status >= 500 ? 4 : 1)
  })

  test('a permission is named', async () => {
    const { url } = await aServer((_request, response) => response.writeHead(403).end('Permission denied'))
    await expect(tagModelVersion(await hasty(url), { name: 'credit', version: '7' }, 'a', 'b')).rejects.toMatchObject({
      hint: 'Give the user EDIT on the registered model credit',
    })
  })

  test('it is asked again where it is busy, and the answer counts', async () => {
    let asked = 0
    const { url } = await aServer((_request, response) => {
      asked += 1
      if (asked === 1) response.writeHead(429, { 'retry-after': '2' }).end('slow down')
      else if (asked === 2) response.destroy()
      else response.end(JSON.stringify(RUN))
    })
    expect((await getRun(await hasty(url), 'r1')).id).toBe('r1')
    expect(asked).toBe(3)
  })

  test('what makes something anew is sent once', async () => {
    const { url, requests } = await aServer((_request, response) => response.writeHead(503).end())
    const made = createRun(await hasty(url), { experiment: '3', name: 'x', tags: {}, at: 0 })
    await expect(made).rejects.toMatchObject({ code: 'mlflow.busy' })
    expect(requests).toHaveLength(1)
  })

  test('one that never answers is given up', async () => {
    const { url } = await aServer(() => {})
    await expect(getRun(await hasty(url, {}, 1), 'r1')).rejects.toMatchObject({
      code: 'mlflow.slow',
      kind: 'environment',
    })
  })

  test('one that is not there', async () => {
    await expect(getRun(await hasty('http://127.0.0.1:1'), 'r1')).rejects.toMatchObject({
      code: 'mlflow.unreachable',
      message: 'Expected to read the run r1 but found no connection (ECONNREFUSED) (MLflow at http://127.0.0.1:1)',
    })
  })

  test('no redirect is followed, and no credentials go along', async () => {
    const other = await aServer((_request, response) => response.end(JSON.stringify(RUN)))
    const { url } = await aServer((_request, response) => response.writeHead(302, { location: other.url }).end())
    await expect(getRun(await hasty(url, { MLFLOW_TRACKING_TOKEN: 'secret' }), 'r1')).rejects.toMatchObject({
      code: 'mlflow.redirect',
    })
    expect(other.requests).toEqual([])
  })

  test('a listing that has no end ends', async () => {
    const { url, requests } = await aServer((_request, response) => response.end('{"next_page_token":"more"}'))
    expect(await metricHistory(await hasty(url), 'r1', 'auc')).toEqual([])
    expect(requests[0]).toContain('max_results=1000')
  })
})

test('NaN and infinities arrive as what they are', async () => {
  const { url } = await aServer((_request, response) => response.end(JSON.stringify(RUN)))
  const { metrics } = await getRun(await hasty(url), 'r1')
  expect([...metrics.values()]).toEqual([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
})

test.each([
  [400, '{"error_code":"INVALID_PARAMETER_VALUE","message":"Registered model alias champion not found."}', 'unset'],
  [
    404,
    '{"error_code":"RESOURCE_DOES_NOT_EXIST","message":"Model Version (name=credit, version=3) not found"}',
    'deleted',
  ],
])('an alias that points nowhere: %i', async (status, text, means) => {
  const { url } = await aServer((_request, response) => response.writeHead(status).end(text))
  expect(await getAlias(await hasty(url), 'credit', 'champion')).toBe(means)
})

describe('credentials', () => {
  const said = async (environment: Record<string, string>) =>
    (await connectionFrom({ MLFLOW_TRACKING_URI: 'https://mlflow.example.com/', ...environment })).headers.authorization

  test('a name and password go before a token', async () => {
    const basic = { MLFLOW_TRACKING_USERNAME: 'ci', MLFLOW_TRACKING_PASSWORD: 'pä' }
    expect(await said({ ...basic, MLFLOW_TRACKING_TOKEN: 't' })).toBe(
      `Basic ${Buffer.from('ci:pä').toString('base64')}`,
    )
    expect(await said({ MLFLOW_TRACKING_TOKEN: 't' })).toBe('Bearer t')
    expect(await said({ MLFLOW_TRACKING_URI: 'https://ci:p%20q@mlflow.example.com' })).toBe(
      `Basic ${Buffer.from('ci:p q').toString('base64')}`,
    )
  })

  test('those in the address are told to nobody', async () => {
    const { server } = await connectionFrom({ MLFLOW_TRACKING_URI: 'https://ci:secret@mlflow.example.com/ml/?x=1' })
    expect(server).toBe('https://mlflow.example.com/ml')
  })

  test.each([
    [{ MLFLOW_TRACKING_URI: '' }, 'mlflow.address'],
    [{ MLFLOW_TRACKING_URI: 'databricks' }, 'mlflow.address'],
    [{ MLFLOW_TRACKING_URI: 'sqlite:///mlflow.db' }, 'mlflow.address'],
    [{ MLFLOW_TRACKING_USERNAME: 'ci' }, 'mlflow.credentials'],
    [{ MLFLOW_TRACKING_TOKEN: 'a\nb' }, 'mlflow.credentials'],
    [{ MLFLOW_TRACKING_SERVER_CERT_PATH: '/nowhere.pem' }, 'mlflow.ca'],
  ])('%j is refused', async (environment, code) => {
    await expect(said(environment)).rejects.toMatchObject({ code, kind: 'environment' })
  })
})

describe('artifacts', () => {
  const world = { environment: {}, of: 'the run r1', experiment: '3' }
  const ADDRESS = 'mlflow-artifacts:/3/r1/artifacts'

  test('a file that is not there, as older servers answer', async () => {
    const text = '{"error_code":"INTERNAL_ERROR","message":"[Errno 2] No such file or directory"}'
    const { url } = await aServer((_request, response) => response.writeHead(500).end(text))
    const artifacts = await openArtifacts(await hasty(url), ADDRESS, world)
    await expect(artifacts.read('x', 0)).rejects.toMatchObject({
      code: 'mlflow.missing',
      hint: expect.stringContaining('no such artifact'),
    })
  })

  test('a download that breaks off is said in a sentence, and goes on where the server can', async () => {
    const { url } = await aServer(({ headers }, response) => {
      if (headers.range === 'bytes=3-') response.writeHead(206).end('def')
      else response.writeHead(200, { 'content-length': 6 }).write('abc', () => response.destroy())
    })
    const artifacts = await openArtifacts(await hasty(url), ADDRESS, world)
    await expect(buffer((await artifacts.read('x', 0)).bytes)).rejects.toMatchObject({
      code: 'mlflow.unreachable',
      message: expect.stringContaining('Expected to read x of the run r1 but found no connection'),
    })
    const rest = await artifacts.read('x', 3)
    expect([rest.from, `${await buffer(rest.bytes)}`]).toEqual([3, 'def'])
  })

  test('an upload is sent whole again', async () => {
    const bodies: string[] = []
    const { url } = await aServer((_request, response, body) => {
      bodies.push(body)
      response.writeHead(bodies.length === 1 ? 503 : 200).end('{}')
    })
    const artifacts = await openArtifacts(await hasty(url), ADDRESS, world)
    await artifacts.write('a b/ü.txt', { bytes: 3, open: () => Readable.from([Buffer.from('abc')]) })
    expect(bodies).toEqual(['abc', 'abc'])
  })

  test.each([
    ['mlflow-artifacts://other.example.com/3', 'mlflow.other-host'],
    ['dbfs:/databricks/mlflow', 'mlflow.store'],
    ['file:///nowhere/mlruns', 'mlflow.elsewhere'],
    ['file://other/mlruns', 'mlflow.elsewhere'],
  ])('%s is not read', async (address, code) => {
    await expect(openArtifacts(await hasty('http://127.0.0.1:1'), address, world)).rejects.toMatchObject({
      code,
      kind: 'environment',
    })
  })
})
