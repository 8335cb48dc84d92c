import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ALERT_NAMES, alertRules } from '../../src/core/metrics/alert-rules.ts'
import dashboard from '../../src/core/metrics/dashboard.json' with { type: 'json' }
import { decisionGroups } from '../../src/core/metrics/decision-groups.ts'
import { exposition } from '../../src/core/metrics/exposition.ts'
import type { MetricFamily } from '../../src/core/metrics/metric-family.ts'
import { modelGroups } from '../../src/core/metrics/model-groups.ts'
import { promotionGroup } from '../../src/core/metrics/promotion-group.ts'
import { REVOCATION_SCHEMA } from '../../src/core/record/promotion/revocation.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import type { Told } from '../../src/ports.ts'
import { monitoringProbe } from '../../src/probes/monitoring-probe.ts'
import { pushgateway } from '../../src/prometheus/export/pushgateway.ts'
import { pushgatewayRecipient } from '../../src/prometheus/export/pushgateway-recipient.ts'
import { remoteWriteRecipient } from '../../src/prometheus/export/remote-write-recipient.ts'
import { decided, pointer } from '../core/metrics/decisions.ts'
import { evidence } from '../core/record/memory.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { type MonitoringStack, monitoringStack, program, versionOf } from '../prometheus/monitoring-stack.ts'

const context = { repository: 'acme/credit' }
const folder = temporaryFolder('monitoring')
const rules = join(folder, 'proofmark.rules.yml')
const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()
const gates = () => [
  ...decided().evidence,
  evidence('data-validate', { checks: [{ id: 'rows', title: 'Rows', status: 'fail', reason: 'None' }] }),
]
let stack: MonitoringStack
const pushTo = () => ({ url: stack.pushgateway, job: 'proofmark' })

beforeAll(async () => {
  for (const name of ['prometheus', 'promtool', 'prometheus-pushgateway', 'prometheus-alertmanager'] as const)
    console.log(versionOf(name))
  writeFileSync(rules, alertRules())
  stack = await monitoringStack(folder, rules)
})
afterAll(() => stack?.close())

const told = (name: string, notAfter: string, at = new Date()) =>
  decided({ model: { name, version: '3', id: 'a'.repeat(64) }, notAfter, evidence: gates(), at })

/** What happens to a model after its certification: promoted, demoted, looked at; an older certificate of it is revoked. */
const moves = (at: Date, repository = 'acme/credit', name = 'pushed'): Told[] => [
  { kind: 'promotion', pointer: pointer(), certified: true, at },
  { kind: 'promotion', pointer: pointer({ kind: 'demotion' }), certified: true, at },
  { kind: 'look', target: 'folder:production', verdict: 'passed', at },
  revoked(name, { at, repository, last: false }),
]

const revoked = (
  name: string,
  { at = new Date(), repository = 'acme/credit', last = true, targets = [] as string[] },
): Told => ({
  kind: 'revocation',
  revocation: {
    schema: REVOCATION_SCHEMA,
    certificate: 'b'.repeat(64),
    reason: 'wrong labels',
    at: at.toISOString(),
  },
  certificates: [{ sha256: 'b'.repeat(64), model: { name, id: 'a'.repeat(64) }, repository, last }],
  targets,
  at,
})

const Answer = z.object({
  status: z.string(),
  error: z.string().optional(),
  data: z
    .object({
      result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) })),
    })
    .optional(),
})
const Alerts = z.array(z.object({ labels: z.record(z.string(), z.string()) }))
const Firing = z.object({ data: z.object({ alerts: Alerts }) })

/** What an instant query gives: the labels and the value of each series. */
async function query(expr: string): Promise<{ labels: Record<string, string>; value: string }[]> {
  const answer = await fetch(`${stack.prometheus}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query: expr }),
  })
  const { status, data, error } = Answer.parse(await answer.json())
  if (status !== 'success') throw new Error(`${expr}: ${error}`)
  return (data?.result ?? []).map(({ metric, value }) => ({ labels: metric, value: value[1] }))
}

/** Asks until there is an answer that will do, for two minutes. */
async function until<T>(ask: () => Promise<T>, enough: (found: T) => boolean): Promise<T> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const found = await ask()
    if (enough(found) || Date.now() > deadline) return found
    await wait(250)
  }
}

const some = (list: readonly unknown[]) => list.length > 0

/** Every query of the dashboard, as Grafana sends it with All chosen; the marks without their factor are queries too. */
const panelQueries = (lookback: string): [string, string][] => {
  const panels = dashboard.panels.flatMap(panel =>
    ('targets' in panel ? (panel.targets ?? []) : []).map(({ expr }): [string, string] => [panel.title ?? '', expr]),
  )
  const marks = dashboard.annotations.list.flatMap((mark): [string, string][] =>
    'expr' in mark && mark.expr !== undefined ? [[mark.name, mark.expr]] : [],
  )
  return [...panels, ...marks].map(([title, expr]) => [
    title,
    expr.replaceAll(/\$(repo|model|gate)\b/g, '.*').replaceAll('$lookback', lookback),
  ])
}

describe('promtool', () => {
  test('finds nothing to say of our metrics, and something of bad ones', () => {
    const families = new Map<string, MetricFamily>()
    const groups = [
      ...decisionGroups(told('credit "x"\\\n', inDays(90))),
      promotionGroup({ pointer: pointer(), certified: true }, 'acme/credit'),
      promotionGroup({ pointer: pointer({ kind: 'demotion' }) }, 'acme/credit'),
    ]
    for (const family of groups.flatMap(group => group.families))
      families.set(family.name, {
        ...family,
        samples: [...(families.get(family.name)?.samples ?? []), ...family.samples].filter(
          (sample, i, all) =>
            all.findIndex(({ labels }) => JSON.stringify(labels) === JSON.stringify(sample.labels)) === i,
        ),
      })
    const check = (input: string) => {
      const { status, stdout, stderr } = spawnSync(program('promtool'), ['check', 'metrics'], {
        input,
        encoding: 'utf8',
      })
      return { status, said: stdout + stderr }
    }
    expect(check(exposition([...families.values()]))).toEqual({ status: 0, said: '' })
    expect(check('# TYPE x_total gauge\nx_total 1\n').status).toBe(3)
  })

  test.each([undefined, '31d'])('takes our rules (lookback %s)', lookback => {
    const file = join(folder, `rules-${lookback}.yml`)
    writeFileSync(file, alertRules(lookback))
    expect(execFileSync(program('promtool'), ['check', 'rules', file], { encoding: 'utf8' })).toContain(
      `SUCCESS: ${ALERT_NAMES.length} rules found`,
    )
  })

  test.each([
    ['scraped', undefined],
    ['written once', '31d'],
  ])('sees each alert of metrics that are %s fire when it must, and only then', (_, lookback) => {
    const name = `unit-${lookback}`
    writeFileSync(join(folder, `${name}.rules.yml`), alertRules(lookback))
    writeFileSync(join(folder, `${name}.test.yml`), unitTests(`${name}.rules.yml`, lookback !== undefined))
    const { status, stdout, stderr } = spawnSync(
      program('promtool'),
      ['test', 'rules', join(folder, `${name}.test.yml`)],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') })
  })
})

describe('a real Prometheus with its Pushgateway and Alertmanager', () => {
  test('shows a pushed decision; the alerts on a failed gate and on the expiry arrive in Alertmanager', async () => {
    const start = Date.now()
    const recipient = pushgatewayRecipient(pushTo(), {}, context)
    await recipient.tell(told('pushed', inDays(3)))
    for (const one of moves(new Date())) await recipient.tell(one)
    const passed = await until(() => query('proofmark_gate_passed{model="pushed"}'), some)
    expect(passed.map(({ labels: { gate, repo, job }, value }) => [gate, repo, job, value]).toSorted()).toEqual([
      ['data-validate', 'acme/credit', 'proofmark', '0'],
      ['model-certify', 'acme/credit', 'proofmark', '1'],
    ])
    const firing = async () => {
      const alerts = Alerts.parse(await (await fetch(`${stack.alertmanager}/api/v2/alerts`)).json())
      return alerts
        .filter(({ labels }) => labels.model === 'pushed')
        .map(({ labels }) => labels.alertname ?? '')
        .toSorted()
    }
    expect(await until(firing, names => names.length >= 2)).toEqual([
      'ProofmarkCertificateExpiring',
      'ProofmarkGateFailed',
    ])
    console.log(`pushed, scraped, fired, arrived in ${Date.now() - start} ms`)
  })

  test('keeps the last certificate of a model that is refused afterwards', async () => {
    const recipient = pushgatewayRecipient(pushTo(), {}, context)
    await recipient.tell(told('refused', inDays(90)))
    await recipient.tell({ ...told('refused', inDays(90)), verdict: 'failed', certificate: undefined })
    expect(await until(() => query('proofmark_certification_passed{model="refused"} == 0'), some)).toHaveLength(1)
    expect(await query('proofmark_last_certified_timestamp_seconds{model="refused"}')).toHaveLength(1)
  })

  test('raises an alert of a revoked certificate and of the target that points at it, until each is mended', async () => {
    const recipient = pushgatewayRecipient(pushTo(), {}, context)
    await recipient.tell(told('taken', inDays(90)))
    await recipient.tell({
      kind: 'promotion',
      pointer: pointer({ target: 's3://taken' }),
      certified: true,
      at: new Date(),
    })
    await recipient.tell(revoked('taken', { targets: ['s3://taken'] }))
    const firing = async () => {
      const { data } = Firing.parse(await (await fetch(`${stack.prometheus}/api/v1/alerts`)).json())
      return data.alerts
        .filter(({ labels }) => labels.model === 'taken' || labels.target === 's3://taken')
        .filter(({ labels }) => labels.alertname !== 'ProofmarkGateFailed')
        .map(({ labels }) => labels.alertname)
        .toSorted()
    }
    expect(await until(firing, names => names.length >= 2)).toEqual([
      'ProofmarkCertificateRevoked',
      'ProofmarkProductionUncertified',
    ])
    await recipient.tell(told('taken', inDays(90)))
    await recipient.tell({ kind: 'look', target: 's3://taken', verdict: 'passed', at: new Date() })
    expect(await until(firing, names => names.length === 0)).toEqual([])
  })

  test('forgets a model that is cleaned', async () => {
    await pushgatewayRecipient(pushTo(), {}, context).tell(told('gone/信用', inDays(90)))
    const there = () => query('{__name__=~"proofmark_.*", model="gone/信用"}')
    expect((await until(there, some)).length).toBeGreaterThan(10)
    const { remove } = pushgateway(pushTo(), {})
    for (const { key } of modelGroups({ repo: 'acme/credit', model: 'gone/信用' })) await remove(key)
    expect(await until(there, list => list.length === 0)).toEqual([])
  })

  test('is found to work by the doctor, who pushes nothing', async () => {
    const connections = {
      pushgateway: { url: stack.pushgateway },
      textfile: { folder: '.' },
      'remote-write': { url: `${stack.prometheus}/api/v1/write` },
    }
    const settings = Settings.parse({ connections })
    const probes = await monitoringProbe.open({ root: folder, environment: {}, context, settings })
    const found = (await Promise.all(probes.map(probe => probe.ask()))).flat()
    expect(found.map(({ asked, status }) => [asked, status])).toEqual([
      ['credentials', 'ok'],
      ['clock', 'ok'],
      ['may write', 'ok'],
      ['may write', 'ok'],
      ['clock', 'ok'],
    ])
  })

  test('answers every query of the dashboard with data', async () => {
    await pushgatewayRecipient(pushTo(), {}, context).tell(told('pushed', inDays(3)))
    await until(() => query('proofmark_production_info'), some)
    const queries = panelQueries('5m')
    expect(queries.length).toBeGreaterThanOrEqual(13)
    for (const [title, expr] of queries) expect([title, some(await query(expr))]).toEqual([title, true])
  })

  test('answers them of what was written by remote write half an hour ago, and its values are ours', async () => {
    // An hour ago would be at the edge: Prometheus takes what is at most an hour older than the newest that it has.
    const before = new Date(Date.now() - 1_800_000)
    const recipient = remoteWriteRecipient(
      { url: `${stack.prometheus}/api/v1/write`, job: 'proofmark' },
      {},
      {
        repository: 'acme/written',
      },
    )
    await recipient.tell(told('written', inDays(3), before))
    for (const one of moves(before, 'acme/written', 'written')) await recipient.tell(one)
    const only = (expr: string) => expr.replaceAll('repo=~".*"', 'repo="acme/written"')
    expect(await query('last_over_time(proofmark_gate_score{model="written"}[2h])')).toMatchObject([
      { labels: { metric: 'auc.floor', job: 'proofmark' }, value: '0.83' },
    ])
    for (const [title, expr] of panelQueries('2h'))
      expect([title, some(await query(only(expr)))]).toEqual([title, true])
    for (const [, expr] of panelQueries('5m').filter(([title]) => title === 'Gates'))
      expect(await query(only(expr))).toEqual([])
  })
})

/** Alerts of each kind at a time, by `promtool test rules`: the clock starts at 0, and stands at 40 days where nothing else is said. */
function unitTests(file: string, once: boolean): string {
  const owner = 'repo="r",model="m"'
  const gate = `${owner},gate="g"`
  const values = (value: number) => (once ? `'${value}'` : `'${value}x960'`)
  const series = (text: string, value: number) => `      - { series: '${text}', values: ${values(value)} }`
  const hours = (count: number) => count * 3600
  const labels = (severity: string, more: string) => `{ severity: ${severity}, repo: r, model: m${more} }`
  const one = (alert: string, at: string, fires?: string, head: string[] = []) =>
    [
      `  - alertname: ${alert}`,
      `    eval_time: ${at}`,
      ...(fires === undefined ? ['    exp_alerts: []'] : ['    exp_alerts:', `      - exp_labels: ${fires}`, ...head]),
    ].map(line => `  ${line}`)
  const said = (summary: string, description: string) => [
    '        exp_annotations:',
    `          summary: ${JSON.stringify(summary)}`,
    `          description: ${JSON.stringify(description)}`,
  ]
  const block = (input: string[], tests: string[][]) =>
    ['  - interval: 1h', '    input_series:', ...input, '    alert_rule_test:', ...tests.flat()].join('\n')
  const healthy = [
    series(`proofmark_gate_passed{${gate}}`, 1),
    series(`proofmark_gate_verdict{${gate},verdict="passed"}`, 1),
    series(`proofmark_gate_verdict{${gate},verdict="failed"}`, 0),
    series(`proofmark_gate_verdict{${gate},verdict="inconclusive"}`, 0),
    series(`proofmark_certification_passed{${owner}}`, 1),
    series(`proofmark_last_certified_timestamp_seconds{${owner}}`, 0),
    series(`proofmark_certificate_expiry_timestamp_seconds{${owner}}`, hours(24 * 20)),
    series(`proofmark_certificate_revoked{${owner}}`, 0),
    series(`proofmark_production_certified{repo="r",target="t"}`, 1),
    series(`proofmark_last_watch_timestamp_seconds{repo="r",target="t"}`, hours(24 * 4)),
  ]
  const bad = [
    series(`proofmark_gate_passed{${gate}}`, 0),
    series(`proofmark_gate_verdict{${gate},verdict="failed"}`, 1),
    series(`proofmark_gate_verdict{repo="r",model="m",gate="h",verdict="inconclusive"}`, 1),
    series(`proofmark_certification_passed{${owner}}`, 0),
    series(`proofmark_certificate_revoked{${owner}}`, 1),
    series(`proofmark_production_certified{repo="r",target="t"}`, 0),
  ]
  const expiring = said('The certificate of m expires soon', 'It holds for less than 14 days. Certify m of r again.')
  const expired = said('The certificate of m has expired', 'Certify m of r again, or take it out of production.')
  return `rule_files: [${file}]
evaluation_interval: 1h
tests:
${block(healthy, [
  ...ALERT_NAMES.map(name => one(name, '5d')),
  one('ProofmarkCertificateExpiring', '7d', labels('warning', ''), expiring),
  one('ProofmarkCertificateExpiring', '21d'),
  one('ProofmarkCertificateExpired', '19d'),
  one('ProofmarkCertificateExpired', '20d', labels('critical', ''), expired),
  one('ProofmarkWatchStopped', '6d'),
  one(
    'ProofmarkWatchStopped',
    '145h',
    '{ severity: warning, repo: r, target: t }',
    said('Nobody has looked at t for two days', 'See whether proofmark watch still runs for r, and what it says.'),
  ),
  one('ProofmarkNoRecentCertification', '30d'),
  one(
    'ProofmarkNoRecentCertification',
    once ? '30d3h' : '31d',
    labels('warning', ''),
    said('m was not certified for 30 days', 'See whether the workflow of r still runs.'),
  ),
])}
${block(bad, [
  one(
    'ProofmarkCertificateRevoked',
    '1h',
    labels('critical', ''),
    said(
      'The certificate of m was revoked',
      'Take m of r out of production where it is, and certify a model that may be there.',
    ),
  ),
  one(
    'ProofmarkProductionUncertified',
    '1h',
    '{ severity: critical, repo: r, target: t }',
    said(
      't points at what is not certified',
      'Its certificate was revoked or has expired, somebody pointed it there by other means, or it could not be told. Run proofmark watch, or demote it.',
    ),
  ),
  one(
    'ProofmarkGateFailed',
    '1h',
    labels('warning', ', gate: g, verdict: failed'),
    said('Gate g failed for m', 'The last run of g in r failed. Its report says which check, and why.'),
  ),
  one(
    'ProofmarkGateInconclusive',
    '1h',
    labels('warning', ', gate: h, verdict: inconclusive'),
    said(
      'Gate h could not tell for m',
      'The last run of h in r had too little to decide on. Its report says what it needs.',
    ),
  ),
  one(
    'ProofmarkCertificationRefused',
    '1h',
    labels('warning', ''),
    said('No certificate for m', 'The last decision on m in r was a refusal. An earlier certificate still stands.'),
  ),
])}
${block(
  [series('up{job="pushgateway"}', 1)],
  [
    one(
      'ProofmarkMetricsMissing',
      '2h',
      '{ severity: warning }',
      said(
        'There are no metrics of Proofmark',
        'No gate has reported. Check that the Pushgateway runs, keeps what it has (--persistence.file), and is scraped.',
      ),
    ),
  ],
)}
`
}
