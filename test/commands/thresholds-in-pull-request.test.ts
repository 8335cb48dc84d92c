import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/commands/run.ts'
import { takeBar } from '../../src/commands/take-bar.ts'
import { compose } from '../../src/compose.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { forgeWith } from './forge-with.ts'

const take = (base: string, head: string) => takeBar(settingsOf(head), 'proofmark.yml', forgeWith(base))

/** Runs a gate in a pull request: its own settings, and those of the base branch. */
async function inPullRequest(command: 'data-validate' | 'drift-compare', base: string, head: string) {
  const root = temporaryFolder('thresholds')
  mkdirSync(join(root, 'results'))
  copyFileSync('test/cases/results/evidently/preset-with-tests/source.json', join(root, 'results/evidently.json'))
  copyFileSync('test/cases/results/deequ-metrics/metrics/source.json', join(root, 'results/deequ.json'))
  writeFileSync(join(root, 'proofmark.yml'), head)
  const log = { info() {}, warn() {}, progress() {} }
  const { produced } = await run(
    {
      command,
      out: '.proofmark',
      config: 'proofmark.yml',
      configPath: 'proofmark.yml',
      inputs: new Map(),
      nameInput: ({ name }) => name,
      rebase: path => path,
    },
    compose(root, log, { base: 'abc' }, forgeWith(base)),
  )
  const [{ evidence, error } = { evidence: undefined, error: undefined }] = produced
  if (!evidence) throw error
  return { verdict: evidence.verdict, checks: evidence.checks }
}

describe('a pull request that weakens the thresholds of imported results', () => {
  it("is judged by the base branch's, and the change is listed", async () => {
    const strict =
      'drift: { results: [results/evidently.json], result-thresholds: { wasserstein: 0.1, jensenshannon: 0.1 } }'
    const lax =
      'drift: { results: [results/evidently.json], result-thresholds: { wasserstein: 9, jensenshannon: 9, drifted-columns-count.lt: 1 } }'
    expect((await inPullRequest('drift-compare', lax, lax)).verdict).toBe('passed')
    const { verdict, checks } = await inPullRequest('drift-compare', strict, lax)
    expect(verdict).toBe('failed')
    expect(checks.filter(({ id }) => id === 'judging.changed')).toMatchObject([
      {
        status: 'warn',
        title: 'How drift is decided would change',
        reason:
          'This pull request changes drift.result-thresholds from {"wasserstein":0.1,"jensenshannon":0.1} to {"wasserstein":9,"jensenshannon":9,"drifted-columns-count.lt":1}; this run was decided by the base branch\'s',
      },
    ])
  })

  it('the same of data', async () => {
    const of = (least: number) =>
      `data: { results: [results/deequ.json], result-thresholds: { 'Completeness.age': ">= ${least}" } }`
    expect((await inPullRequest('data-validate', of(0), of(0))).verdict).toBe('passed')
    const { verdict, checks } = await inPullRequest('data-validate', of(1), of(0))
    expect(verdict).toBe('failed')
    expect(checks.find(({ id }) => id === 'judging.changed')).toMatchObject({ status: 'warn' })
  })

  it('by taking them away', async () => {
    const { settings } = await take(
      'data: { results: [gx.json], result-thresholds: { age: 0.98 } }\ndrift: { results: [e.json], result-thresholds: { psi: 0.1 } }',
      'model: { name: credit }',
    )
    expect(settings.data).toMatchObject({ results: ['gx.json'], 'result-thresholds': { age: 0.98 } })
    const dvc = await take('data: { contract: c.yaml, dvc: { remote: default } }', 'model: { name: credit }')
    expect(dvc.settings.data).toEqual({
      dvc: { remote: 'default', content: false, workspace: false, all: false },
      'result-thresholds': {},
    })
    expect(settings.drift).toMatchObject({ results: ['e.json'], 'result-thresholds': { psi: 0.1 } })
  })

  it('by thresholds where the base branch has none', async () => {
    const head = 'drift: { results: [new.json], result-thresholds: { psi: 1000 } }'
    const { settings } = await take('drift: { results: [old.json] }', head)
    expect(settings.drift).toMatchObject({ results: ['new.json'], 'result-thresholds': {} })
  })
})

describe('a pull request that weakens how drift is decided', () => {
  it('waits for the merge: limits, methods, columns that stop', async () => {
    const { settings, driftChanges } = await take(
      'drift: { reference: a.csv, current: b.csv, limits: { income: 0.1 } }',
      'drift: { reference: c.csv, current: d.csv, limits: { income: 9 }, critical: [age], alpha: 0.0001, ignore: [id] }',
    )
    expect(settings.drift).toMatchObject({ reference: 'c.csv', limits: { income: 0.1 }, alpha: 0.05, ignore: ['id'] })
    expect(settings.drift).not.toHaveProperty('critical')
    expect(driftChanges.map(({ id, reason }) => `${id}: ${reason?.split(';')[0]}`)).toEqual([
      'judging.changed: This pull request changes drift.alpha from 0.05 to 0.0001, drift.critical from null to ["age"], drift.limits from {"income":0.1} to {"income":9}',
      'judging.differs: This pull request changes drift.ignore from null to ["id"]',
    ])
  })

  it('of predictions: files are its own, losses allowed are not', async () => {
    const of = (file: string, drop: number) =>
      `drift: { predictions: { reference: ${file}, current: now.csv, max-performance-drop: ${drop} } }`
    const { settings, driftChanges } = await take(of('old.csv', 0.01), of('new.csv', 0.9))
    expect(settings.drift.predictions).toMatchObject({ reference: 'new.csv', 'max-performance-drop': 0.01 })
    expect(driftChanges).toMatchObject([
      { id: 'judging.changed', reason: expect.stringContaining('drift.predictions.max-performance-drop') },
    ])
    const left = await take(of('old.csv', 0.01), 'model: { name: credit }')
    expect(left.settings.drift.predictions).toMatchObject({ reference: 'old.csv', 'max-performance-drop': 0.01 })
  })

  it("of series: the base branch's are judged; where it has none, the pull request's own", async () => {
    const of = (name: string) => `drift: { series: [{ name: ${name}, kind: volume, log: ops.csv }] }`
    const names = ({ settings }: Awaited<ReturnType<typeof take>>) => settings.drift.series?.map(({ name }) => name)
    const changed = await take(of('requests'), of('other'))
    expect(names(changed)).toEqual(['requests'])
    expect(changed.driftChanges).toMatchObject([{ id: 'judging.changed' }])
    expect(names(await take('model: { name: credit }', of('other')))).toEqual(['other'])
  })

  it('of series: a server that only it names is sent nothing that the environment holds', async () => {
    const of = (url: string) =>
      `drift: { series: [{ name: requests, kind: volume, prometheus: { url: '${url}', query: up, token-env: AWS_SECRET_ACCESS_KEY } }] }`
    const asked = ({ settings }: Awaited<ReturnType<typeof take>>) =>
      settings.drift.series?.map(({ prometheus }) => prometheus)
    const own = await take('model: { name: credit }', of('https://elsewhere.example'))
    expect(asked(own)).toMatchObject([{ url: 'https://elsewhere.example', query: 'up' }])
    expect(asked(own)?.[0]).not.toHaveProperty('token-env')
    expect(own.driftChanges.map(({ id }) => id)).toEqual(['judging.differs', 'series.changed'])
    const known = await take(of('https://prometheus.example'), of('https://elsewhere.example'))
    expect(asked(known)).toMatchObject([{ url: 'https://prometheus.example', 'token-env': 'AWS_SECRET_ACCESS_KEY' }])
    expect(known.driftChanges.map(({ id }) => id)).toEqual(['judging.changed'])
  })
})

describe('a pull request that changes whom decisions are told to', () => {
  const to = (host: string) =>
    `connections: { pushgateway: { url: 'https://${host}', token-env: PUSH_TOKEN }, grafana: { url: 'https://${host}' } }`

  it('waits for the merge: no secret is sent where only it says', async () => {
    const { settings, policyChanges } = await take(to('known.example'), to('elsewhere.example'))
    expect(settings.connections).toMatchObject({
      pushgateway: { url: 'https://known.example' },
      grafana: { url: 'https://known.example' },
    })
    expect(policyChanges.map(({ id, reason }) => [id, reason?.includes('"https://elsewhere.example"')])).toEqual([
      ['connections.changed', true],
    ])
  })

  it('tells nobody whom the base branch does not name, and everybody whom it does', async () => {
    const added = await take('model: { name: credit }', to('elsewhere.example'))
    expect(added.settings.connections).toEqual({})
    expect(added.policyChanges).toMatchObject([{ id: 'connections.changed', status: 'warn' }])
    const left = await take(to('known.example'), 'connections: { mlflow: { run: abc } }')
    expect(left.settings.connections).toMatchObject({
      pushgateway: { url: 'https://known.example' },
      mlflow: { run: 'abc' },
    })
    expect((await take(to('known.example'), to('known.example'))).policyChanges).toEqual([])
  })
})
