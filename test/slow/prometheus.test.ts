import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.ts'
import { compose } from '../../src/compose.ts'
import { Evidence } from '../../src/core/evidence.ts'
import { random } from '../core/drift/random.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { type RealServer, realServer } from '../prometheus/real-server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The history's last hour, a midnight well before now: what is judged does not depend on the hour at which the test is run. */
const END = Math.floor(Date.now() / (24 * HOUR)) * 24 * HOUR - 48 * HOUR
const HOURS = 21 * 24
const until = new Date(END).toISOString()
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1]
/** In this hour before the end, of whichever series has an incident. */
const INCIDENT = 30

let server: RealServer
let gauge = 100
const exporter = createServer((_, response) => {
  const noise = Math.sin(Date.now() / 900)
  response.end(`# TYPE live_queue gauge\nlive_queue ${gauge + 3 * noise}\n`)
})

beforeAll(async () => {
  await new Promise<void>(resolve => exporter.listen(0, '127.0.0.1', resolve))
  const { port } = exporter.address() as AddressInfo
  server = await realServer(temporaryFolder('prometheus'), history(), `127.0.0.1:${port}`)
})
afterAll(async () => {
  await server?.close()
  exporter.close()
})

/** Three weeks of counters, one sample each ten minutes: requests, errors and a latency histogram, with and without an incident. */
function history(): string {
  const { normal } = random(1)
  const totals = { requests: 0, errors: 0, burst: 0, slow: BOUNDS.map(() => 0), steady: BOUNDS.map(() => 0), quiet: 0 }
  const lines: Record<string, string[]> = { requests: [], errors: [], burst: [], slow: [], steady: [], quiet: [] }
  for (let i = 0; i <= HOURS * 6; i++) {
    const time = END - HOURS * HOUR + i * 10 * MINUTE
    const left = HOURS - Math.floor((i - 1) / 6)
    const season = 1 + 0.5 * Math.sin((2 * Math.PI * time) / (24 * HOUR))
    const requests = i === 0 ? 0 : Math.max(1, Math.round(200 * season + Math.sqrt(200) * normal()))
    const errors = Math.round(requests * 0.01 + Math.abs(normal()))
    totals.requests += requests
    totals.errors += errors
    totals.burst += left === INCIDENT ? Math.round(requests * 0.2) : errors
    // Shares up to each bound: the 95th percentile lies in (0.1, 0.25], in the incident in (0.5, 1].
    const usual = [0.3, 0.8, 0.98, 1, 1]
    const late = [0.1, 0.3, 0.5, 0.7, 1]
    for (const j of BOUNDS.keys()) {
      totals.steady[j] = (totals.steady[j] ?? 0) + Math.round(requests * (usual[j] ?? 1))
      totals.slow[j] = (totals.slow[j] ?? 0) + Math.round(requests * ((left === INCIDENT ? late : usual)[j] ?? 1))
    }
    const at = time / 1000
    lines.requests?.push(`http_requests_total ${totals.requests} ${at}`)
    lines.errors?.push(`http_errors_total ${totals.errors} ${at}`)
    lines.burst?.push(`burst_errors_total ${totals.burst} ${at}`)
    lines.quiet?.push(`quiet_requests_total 0 ${at}`)
    for (const name of ['slow', 'steady'] as const) {
      for (const [j, bound] of BOUNDS.entries())
        lines[name]?.push(`${name}_seconds_bucket{le="${bound}"} ${totals[name][j]} ${at}`)
      lines[name]?.push(`${name}_seconds_bucket{le="+Inf"} ${totals.requests} ${at}`)
    }
  }
  const types = {
    requests: 'http_requests counter',
    errors: 'http_errors counter',
    burst: 'burst_errors counter',
    quiet: 'quiet_requests counter',
    slow: 'slow_seconds histogram',
    steady: 'steady_seconds histogram',
  }
  return `${Object.entries(types)
    .flatMap(([name, type]) => [`# TYPE ${type}`, ...(lines[name] ?? [])])
    .join('\n')}\n# EOF\n`
}

/** What the gate makes of series, from settings on disk to evidence on disk. */
async function gate(...series: string[]) {
  const root = temporaryFolder('series')
  writeFileSync(
    join(root, 'proofmark.yml'),
    `drift:\n  series:\n${series.map(text => text.replaceAll('URL', server.url).replaceAll(/^/gm, '    ')).join('\n')}\n`,
  )
  const log = { info() {}, warn() {}, progress() {} }
  const { verdict, exitCode } = await run(
    {
      command: 'drift-compare',
      out: '.proofmark',
      config: 'proofmark.yml',
      configPath: 'proofmark.yml',
      inputs: new Map(),
      nameInput: ({ name }) => name,
      rebase: path => path,
    },
    compose(root, log, {}),
  )
  const evidence = Evidence.parse(
    JSON.parse(readFileSync(join(root, '.proofmark/drift-compare.evidence.json'), 'utf8')),
  )
  const told = Object.fromEntries(evidence.checks.map(check => [check.id, check]))
  return { verdict, exitCode, evidence, told }
}
const common = `until: ${until}, range: 20d`
const errorRate = (events: string) =>
  `- name: errors\n  kind: error-rate\n  prometheus: { url: URL, query: 'sum(increase(${events}[1h]))', traffic: 'sum(increase(http_requests_total[1h]))', ${common} }`
const latency = (name: string) =>
  `- name: latency\n  kind: latency\n  prometheus: { url: URL, query: 'sum by (le) (increase(${name}_seconds_bucket[1h]))', quantile: 0.95, ${common} }`
const volume = `- name: requests\n  kind: volume\n  prometheus: { url: URL, query: 'sum(increase(http_requests_total[1h]))', ${common} }`

describe('a real Prometheus', () => {
  test('whose series have no incident passes', async () => {
    const { verdict, exitCode, told } = await gate(volume, errorRate('http_errors_total'), latency('steady'))
    expect(Object.values(told).filter(({ status }) => status !== 'pass')).toEqual([])
    expect([verdict, exitCode]).toEqual(['passed', 0])
  })

  test('with a burst of errors in its series fails the gate, at its hour', async () => {
    const { exitCode, told, evidence } = await gate(errorRate('burst_errors_total'))
    expect(exitCode).toBe(1)
    expect(told['errors.rate']).toMatchObject({
      status: 'fail',
      locations: [{ note: new Date(END - INCIDENT * HOUR).toISOString().replace(':00.000Z', 'Z') }],
    })
    expect(evidence.materials).toMatchObject([{ role: 'series', name: `errors of ${server.url}` }])
  })

  test('with a latency that moves by histogram buckets fails the gate, the bucket as its interval', async () => {
    const { exitCode, told } = await gate(latency('slow'))
    expect(exitCode).toBe(1)
    expect(told['latency.seasonal-z']).toMatchObject({ status: 'fail', measured: { interval: [0.5, 1] } })
  })

  test('gives the same evidence twice, as long as the end of the window is given', async () => {
    const [one, two] = [await gate(volume), await gate(volume)]
    expect(two.evidence.checks).toEqual(one.evidence.checks)
    expect(two.evidence.materials).toEqual(one.evidence.materials)
    expect(two.evidence.result).toEqual(one.evidence.result)
  })

  test('without traffic, without the series, with several, with a bad query: inconclusive, each in its own words', async () => {
    const query = (name: string, promql: string) =>
      `- name: ${name}\n  kind: gauge\n  prometheus: { url: URL, query: '${promql}', ${common} }`
    const { exitCode, told } = await gate(
      query('zero', 'rate(quiet_requests_total[1h]) / rate(quiet_requests_total[1h])'),
      query('none', 'sum(not_there_total)'),
      query('several', 'slow_seconds_bucket'),
      query('bad', 'sum(rate('),
      volume,
    )
    expect(exitCode).toBe(2)
    expect(told['zero.judged']).toMatchObject({ status: 'inconclusive' })
    expect(told['none.source']?.reason).toBe("Expected one series as 'query' of none but found none")
    expect(told['several.source']?.reason).toBe("Expected one series as 'query' of several but found 6")
    expect(told['bad.source']?.reason).toMatch(
      /^Expected an answer from Prometheus at http:\S+ but found HTTP status 400: .*parse error/,
    )
    expect(told['requests.seasonal-z']?.status).toBe('pass')
  })

  test('that scrapes an exporter second by second is asked up to now: an incident there fails the gate', async () => {
    const live = `- name: queue\n  kind: gauge\n  every: 1s\n  baseline: 30s\n  season: none\n  max-missing: 0.5\n  prometheus: { url: URL, query: 'sum(live_queue)', range: 60s }`
    await wait(45_000)
    const before = await gate(live)
    expect(before.told['queue.seasonal-z']).toMatchObject({ status: 'pass' })
    gauge = 400
    await wait(6_000)
    const { exitCode, told } = await gate(live)
    expect(exitCode).toBe(1)
    expect(told['queue.seasonal-z']).toMatchObject({ status: 'fail' })
  })
})
