import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { alertRules } from '../../src/core/metrics/alert-rules.ts'
import { bucket } from '../../src/s3/bucket.ts'
import { ROOT } from '../harness/credit.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { sha256 } from '../harness/sha256.ts'
import { type EverySystem, everySystem } from '../harness/systems/every-system.ts'
import { pythonIn } from '../harness/systems/python-in.ts'
import { type Hands, handsAt } from '../targets/mlflow/hands.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const CREDIT = join(ROOT, 'examples/credit')
const CERTIFICATE = '.proofmark/certificate.sigstore.json'
const file = (name: string) => readFileSync(join(CREDIT, name))
const folder = temporaryFolder('connections')
const base = join(folder, 'base')
let systems: EverySystem

/** What every team of the story has: data in lakeFS and, tracked by DVC, in S3; a report of Evidently's; a rules file; keys. */
beforeAll(async () => {
  mkdirSync(base)
  for (const name of ['train.csv', 'holdout.csv', 'contract.odcs.yaml', 'requirements.txt'])
    cpSync(join(CREDIT, name), join(base, name))
  execFileSync('git', ['init', '--quiet', base])
  const rules = join(folder, 'proofmark.rules.yml')
  writeFileSync(rules, alertRules())
  systems = await everySystem(folder, rules)
  const { s3, lakefs } = systems
  const store = await bucket('dvc-of-acme', s3.environment).send({ method: 'PUT', doing: 'make the bucket' })
  store.body.resume()
  const report = [join(base, 'train.csv'), join(base, 'holdout.csv'), join(base, 'evidently.json')]
  const evidently = await pythonIn('evidently', 'drift-report.py', report)
  const address = ['s3://dvc-of-acme/store', s3.url]
  const dvc = await pythonIn('dvc', 'push-files.py', [base, ...address, 'train.csv', 'holdout.csv'], s3.environment)
  process.stdout.write([...systems.versions, `DVC ${dvc}`, `Evidently ${evidently}`, ''].join('\n'))
  expect(existsSync(join(base, 'train.csv'))).toBe(false)

  const made = { name: 'loans', storage_namespace: 'local://loans', default_branch: 'main' }
  expect((await lakefs.ask('POST', '/repositories', made)).status).toBe(201)
  const path = '/repositories/loans/branches/main'
  await lakefs.ask('POST', `${path}/objects?path=applications.csv`, file('applications.csv').toString())
  expect((await lakefs.ask('POST', `${path}/commits`, { message: 'Applications' })).status).toBe(201)
})
afterAll(() => systems?.close())

describe.each([2, 3] as const)('one story through every system, with MLflow %i', major => {
  const root = join(folder, `team-${major}`)
  const model = `credit-${major}`
  const target = `mlflow:${model}@champion`
  let hands: Hands
  let log = {}

  /** The program in the team's repository: with one major in a process of its own, with the other in ours, which is quicker. */
  function proofmark(...args: string[]): Promise<{ code: number | null; said: string }> {
    if (major === 2) return runProgram(root, args)
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
    return new Promise(resolve => {
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', chunk => {
          said += chunk
        })
      child.on('close', code => resolve({ code, said }))
    })
  }

  async function ok(...args: string[]): Promise<string> {
    const { code, said } = await proofmark(...args)
    expect(code, said).toBe(0)
    return said
  }

  /** Trains and registers a version, with the predictions of it in its run. */
  const train = async (name: string, predictions: string) =>
    (await hands.register(model, { 'model.joblib': file(name) }, { 'predictions.csv': file(predictions) })).version

  /** Runs the gate on a version; gives the digest of its certificate, kept under a name of its own. */
  async function certified(version: string, champion: string): Promise<string> {
    const settings = {
      model: { name: model, version, files: [`models:/${model}/${version}`] },
      data: { files: ['lakefs://loans/main/applications.csv'], contract: 'contract.odcs.yaml' },
      certify: {
        predictions: `models:/${model}/${version}/predictions.csv`,
        champion: `models:/${model}${champion}/predictions.csv`,
        label: 'status',
        positive: 'bad',
        score: 'p_bad',
        claims: ['auc >= 0.7', 'auc no worse than champion by 0.2'],
      },
      security: { paths: ['requirements.txt'] },
      drift: { reference: 'train.csv', current: 'holdout.csv', ignore: ['id'], results: ['evidently.json'] },
      policy: {
        require: ['data-validate', 'model-certify', 'security-scan', 'drift-compare'],
        'validity-days': 7,
      },
      record: { key: 'proofmark.key', log },
      connections: { pushgateway: { url: systems.monitoring.pushgateway }, mlflow: {}, lakefs: {} },
    }
    writeFileSync(join(root, 'proofmark.yml'), JSON.stringify(settings))
    await ok('gate')
    cpSync(join(root, '.proofmark'), join(root, version), { recursive: true })
    return sha256(readFileSync(join(root, CERTIFICATE), 'utf8'))
  }

  const promoted = (version: string) =>
    ok(
      ...['promote', `${version}/certificate.sigstore.json`, '--to', target, '--model', `models:/${model}/${version}`],
      ...['--key', 'proofmark.pub', '--quiet'],
    )

  const Vector = z.object({
    data: z.object({
      result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) })),
    }),
  })
  /** What Prometheus knows of a metric of this team's: its value, and the label that is asked for. */
  async function known(name: string, label: string) {
    const query = `${name}{model="${model}"} or ${name}{target="${target}"}`
    const url = `${systems.monitoring.prometheus}/api/v1/query?${new URLSearchParams({ query })}`
    const { data } = Vector.parse(await (await fetch(url)).json())
    return data.result.map(({ metric, value }) => `${metric[label]} ${value[1]}`)
  }
  const Alerts = z.array(z.object({ labels: z.record(z.string(), z.string()) }))
  /** Alerts of this team's that have arrived in Alertmanager and have not ended. */
  async function alerts() {
    const answer = await fetch(`${systems.monitoring.alertmanager}/api/v2/alerts`)
    return Alerts.parse(await answer.json())
      .filter(({ labels }) => labels.model === model || labels.target === target)
      .map(({ labels }) => labels.alertname)
      .toSorted()
  }
  /** Asks until the answer is this one, for two minutes. */
  async function becomes(ask: () => Promise<unknown>, expected: unknown): Promise<void> {
    const wanted = JSON.stringify(expected)
    for (const end = Date.now() + 120_000; JSON.stringify(await ask()) !== wanted && Date.now() < end; ) await wait(250)
    expect(await ask()).toEqual(expected)
  }

  beforeAll(async () => {
    cpSync(base, root, { recursive: true })
    const { mlflow, lakefs, s3 } = systems
    const known = { MLFLOW_TRACKING_URI: mlflow[major].url, PROOFMARK_CACHE: join(root, '.cache') }
    for (const [name, value] of Object.entries({ ...known, ...lakefs.environment, ...s3.environment }))
      vi.stubEnv(name, value)
    hands = handsAt(systems.mlflow[major].url)
    await hands.createModel(model)
    const [origin, governance] = [join(folder, `origin-${major}`), join(folder, `governance-${major}`)]
    for (const bare of [origin, governance]) execFileSync('git', ['init', '--quiet', '--bare', bare])
    execFileSync('git', ['-C', root, 'remote', 'add', 'origin', origin])
    await ok('keygen')
    const said = await ok('log', 'init', '--remote', governance, '--origin', `example.com/log-${major}`)
    log = {
      remote: governance,
      'verifier-key': /verifier-key: (\S+)/.exec(said)?.[1],
      key: 'proofmark-log.key',
    }
  })

  afterAll(() => void vi.unstubAllEnvs())

  let first = ''
  let second = ''

  it('certifies a registered model on data of lakeFS and DVC, and everybody is told', async () => {
    const version = await train('model-champion.joblib', 'predictions-champion.csv')
    first = await certified(version, `/${version}`)
    await ok('verify', CERTIFICATE, '--model', `models:/${model}/1`, '--key', 'proofmark.pub')
    expect(await hands.tags(model, '1')).toMatchObject({ 'proofmark.status': 'certified' })
    const { json } = await systems.lakefs.ask('GET', '/repositories/loans/tags')
    expect(json.results?.map(({ id }) => id)).toContain(`certified-${first.slice(0, 16)}`)
    await becomes(() => known('proofmark_certification_passed', 'model'), [`${model} 1`])
    await becomes(() => known('proofmark_certification_info', 'certificate'), [`${first} 1`])
    // It holds for seven days.
    await becomes(alerts, ['ProofmarkCertificateExpiring'])
  })

  it('promotes it by its alias, which Prometheus and the version show', async () => {
    expect(await promoted('1')).toContain(`Promoted: ${target} points at ${model} 1\n`)
    expect(await hands.alias(model, 'champion')).toBe('1')
    await becomes(() => known('proofmark_production_info', 'certificate'), [`${first} 1`])
    expect((await hands.tags(model, '1'))[`proofmark.production.mlflow:${model}_champion`]).toMatch(/^since /)
  })

  it('promotes a challenger that was compared with the champion', async () => {
    await train('model-forest.joblib', 'predictions-forest.csv')
    second = await certified('2', '@champion')
    expect(await promoted('2')).toContain(`Promoted: ${target} points at ${model} 2\n`)
    await becomes(() => known('proofmark_production_info', 'certificate'), [`${second} 1`])
  })

  it('shows a revocation everywhere, until watch has pointed the alias back', async () => {
    const said = await ok('revoke', '2/certificate.sigstore.json', '--reason', 'labels of March were wrong')
    expect(said).toContain(`! ${target} still points at it`)
    await becomes(alerts, [
      'ProofmarkCertificateExpiring',
      'ProofmarkCertificateRevoked',
      'ProofmarkProductionUncertified',
    ])
    expect(await hands.tags(model, '2')).toMatchObject({ 'proofmark.status': 'revoked' })

    const watch = ['watch', '--mlflow', `${model}@champion`, '--key', 'proofmark.pub', '--quiet']
    const seen = await proofmark(...watch, '--revert')
    expect(seen.code, seen.said).toBe(1)
    expect(await hands.alias(model, 'champion')).toBe('1')
    await becomes(() => known('proofmark_production_info', 'certificate'), [`${first} 1`])
    await becomes(() => known('proofmark_production_certified', 'target'), [`${target} 1`])
    await becomes(alerts, ['ProofmarkCertificateExpiring', 'ProofmarkCertificateRevoked'])
    const tag = `proofmark.production.mlflow:${model}_champion`
    expect((await hands.tags(model, '2'))[tag]).toMatch(/^until .*labels of March were wrong/)
    expect((await hands.tags(model, '1'))[tag]).toMatch(/^since /)
    expect((await proofmark(...watch)).code).toBe(0)

    const again = await proofmark(
      ...['promote', '2/certificate.sigstore.json', '--to', target, '--model', `models:/${model}/2`],
      ...['--key', 'proofmark.pub', '--quiet'],
    )
    expect(again, again.said).toMatchObject({ code: 1, said: expect.stringContaining('labels of March were wrong') })
  })

  it('leaves a log that tells it', async () => {
    const read = JSON.parse(
      await ok('log', 'entries', '--json', '--type', 'certificate', 'promotion', 'revocation', 'demotion'),
    )
    const told = read.entries.map(
      ({ leaf }: { leaf: { type: string; model?: string } }) => `${leaf.type} ${leaf.model}`,
    )
    expect(told).toEqual([
      `certificate ${model} 1`,
      `promotion ${model} 1`,
      `certificate ${model} 2`,
      `promotion ${model} 2`,
      `revocation ${model} 2`,
      `demotion ${model} 1`,
    ])
  })
})
