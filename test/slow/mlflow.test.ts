import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Evidence } from '../../src/core/evidence.ts'
import { getAlias, setAlias } from '../../src/mlflow/aliases.ts'
import { findArtifacts } from '../../src/mlflow/artifacts/find-artifacts.ts'
import { openArtifacts } from '../../src/mlflow/artifacts/open-artifacts.ts'
import type { Client } from '../../src/mlflow/client.ts'
import type { Environment } from '../../src/mlflow/connection.ts'
import { getLoggedModel } from '../../src/mlflow/logged-models.ts'
import { metricHistory } from '../../src/mlflow/metrics.ts'
import { mlflowProbe } from '../../src/mlflow/mlflow-probe.ts'
import { createModelVersion, getModelVersion, searchModelVersions } from '../../src/mlflow/model-versions.ts'
import { getRegisteredModel } from '../../src/mlflow/registered-models.ts'
import { getRun, logBatch, type Run, searchRuns } from '../../src/mlflow/runs.ts'
import { bucket } from '../../src/s3/bucket.ts'
import { allSources } from '../../src/sources/all-sources.ts'
import { blockOf } from '../docs/block-of.ts'
import { shell } from '../docs/sessions.ts'
import { keys, ROOT } from '../harness/credit.ts'
import { ADMIN, type MlflowServer, mlflowServer } from '../harness/mlflow-server.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { sha256 } from '../harness/sha256.ts'
import { clientOf, LOGGED, post, prepare, register } from '../mlflow/registered-credit.ts'
import { startVersitygw } from '../sources/versitygw.ts'

const KINDS = [
  { major: 2, auth: false },
  { major: 3, auth: false },
  { major: 2, auth: true },
  { major: 3, auth: true },
] as const
const CI = { username: 'ci', password: 'a bot of at least twelve' }
const basic = ({ username, password }: { username: string; password: string }) => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
})

const servers: MlflowServer[] = []
beforeAll(async () => {
  const started = KINDS.map(kind => mlflowServer({ ...kind, folder: temporaryFolder('mlflow') }))
  servers.push(...(await Promise.all(started)))
  console.log(`MLflow ${[...new Set(servers.map(({ version }) => version))].join(', ')}`)
})
afterAll(async () => {
  await Promise.all(servers.map(server => server.close()))
})

const BEFORE = { ...process.env }
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('MLFLOW_')) delete process.env[name]
  Object.assign(process.env, BEFORE)
})

describe.each(KINDS.map((kind, i) => ({ ...kind, i })))('MLflow $major, basic-auth $auth', ({ major, auth, i }) => {
  let environment: Environment
  let admin: Client
  let experiment: string
  let champion: { run: Run; version: string }
  let challenger: { run: Run; version: string }

  beforeAll(async () => {
    const url = servers[i]?.url ?? ''
    environment = {
      MLFLOW_TRACKING_URI: url,
      ...(auth ? { MLFLOW_TRACKING_USERNAME: ADMIN.username, MLFLOW_TRACKING_PASSWORD: ADMIN.password } : {}),
    }
    admin = await clientOf(environment)
    experiment = await prepare(admin, auth ? basic(ADMIN) : {})
    challenger = await register(admin, experiment, 'challenger')
    // Less is asked of a server with basic-auth: it has but one version.
    champion = auth ? challenger : await register(admin, experiment, 'champion')
  })

  test.runIf(!auth)('reads runs, metrics, versions and aliases, as the server has them', async () => {
    await logBatch(
      admin,
      champion.run,
      [
        { key: 'auc', value: 0.81, timestamp: 2, step: 1 },
        { key: 'best', value: 1.7976931348623157e308, timestamp: 1, step: 0 },
      ],
      {},
    )
    await post(
      admin.server,
      '2.0/mlflow/runs/log-metric',
      { run_id: champion.run.id, key: 'broken', value: 'NaN', timestamp: 1 },
      auth ? basic(ADMIN) : {},
    )
    const run = await getRun(admin, champion.run.id)
    expect(Object.fromEntries(run.metrics)).toEqual({ auc: 0.81, best: Number.POSITIVE_INFINITY, broken: Number.NaN })
    expect((await metricHistory(admin, run.id, 'auc')).map(({ value }) => value)).toEqual([0.8, 0.81])
    const ids = await searchRuns(admin, { experiments: [experiment], filter: 'metrics.auc > 0.805', most: 5 })
    expect(ids.map(({ id }) => id)).toEqual([run.id])
    const versions = await searchModelVersions(admin, { name: 'credit', most: 5 })
    expect(versions.map(({ version }) => version)).toEqual([champion.version, challenger.version])
    expect(Object.fromEntries((await getRegisteredModel(admin, 'credit'))?.aliases ?? [])).toEqual({
      champion: champion.version,
      challenger: challenger.version,
    })
    expect(await getModelVersion(admin, 'credit', '99')).toBe(undefined)
    expect(await getAlias(admin, 'credit', 'Champion')).toBe('unset')
  })

  test.runIf(!auth)(
    'reads the files of a model by alias and by version under the same names, and an alias once a run',
    async () => {
      const sources = () => allSources({ root: ROOT, environment, progress: () => {} })
      const first = sources()
      const names = await first.list('models:/credit@challenger')
      const pinned = `models:/credit/${challenger.version}`
      expect(names).toEqual(['MLmodel', 'model.joblib', 'parts/a ä+b.txt'].map(name => `${pinned}/${name}`))
      expect(await sources().list(`${pinned}/`)).toEqual(names)
      for (const name of names ?? []) {
        const path = await first.fetch(name)
        expect(readFileSync(path ?? '')).toEqual(Buffer.from(LOGGED[name.replace(pinned, 'model')] ?? []))
        expect(await first.origin(name)).toEqual({ kind: 'mlflow', pinned: name })
      }
      const predictions = 'models:/credit@challenger/predictions.csv'
      expect(await first.origin(predictions)).toEqual({
        kind: 'mlflow',
        pinned: `runs:/${challenger.run.id}/predictions.csv`,
        model: pinned,
      })
      await setAlias(admin, 'credit', 'challenger', champion.version)
      expect(await first.list('models:/credit@challenger/parts')).toEqual([`${pinned}/parts/a ä+b.txt`])
      expect(await sources().list('models:/credit@challenger/parts')).toEqual([
        `models:/credit/${champion.version}/parts/a ä+b.txt`,
      ])
      await setAlias(admin, 'credit', 'challenger', challenger.version)
      await expect(sources().list('models:/credit@nobody')).rejects.toMatchObject({
        code: 'mlflow.missing',
        kind: 'input',
      })
      await expect(sources().list('models:/credit@champion/none')).rejects.toMatchObject({ code: 'mlflow.no-file' })
      await expect(sources().list(`runs:/${'0'.repeat(32)}/x`)).rejects.toMatchObject({ code: 'mlflow.missing' })
    },
  )

  test.runIf(!auth)('certifies a model that is registered, and records that on its run and version', async () => {
    Object.assign(process.env, environment)
    const root = workspace()
    const gate = await runProgram(root, ['gate'])
    expect(gate.said).toContain(`tags on version ${challenger.version} of credit`)
    expect(gate.code).toBe(0)
    const evidence = Evidence.parse(JSON.parse(read(root, 'model-certify.evidence.json')))
    expect(evidence.subject.map(({ origin }) => origin?.pinned)).toEqual(evidence.subject.map(({ name }) => name))
    expect(evidence.materials.find(({ role }) => role === 'champion')).toMatchObject({
      name: 'models:/credit@champion/predictions.csv',
      origin: { kind: 'mlflow', pinned: `runs:/${champion.run.id}/predictions.csv` },
    })

    const id = sha256(read(root, 'certificate.sigstore.json'))
    const version = await getModelVersion(admin, 'credit', challenger.version)
    const run = await getRun(admin, challenger.run.id)
    const tags = {
      'proofmark.status': 'certified',
      'proofmark.certificate': `runs:/${run.id}/proofmark/${id}/certificate.sigstore.json`,
      'proofmark.digest': `sha256:${sha256(read(root, 'SHA256SUMS'))}`,
    }
    expect(Object.fromEntries(version?.tags ?? [])).toMatchObject(tags)
    expect(Object.fromEntries(run.tags)).toMatchObject(tags)
    expect(version?.tags.get('proofmark.expires')).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(run.metrics.get('proofmark.model-certify.passed')).toBe(1)
    expect([...run.metrics.keys()].filter(key => key.startsWith('proofmark.model-certify.')).length).toBeGreaterThan(5)
    const artifacts = await openArtifacts(admin, run.artifacts, { environment, of: 'the run' })
    const kept = await findArtifacts(artifacts, `proofmark/${id}`)
    expect(kept.map(({ path }) => path.slice(path.lastIndexOf('/') + 1))).toEqual(
      expect.arrayContaining(['SHA256SUMS', 'certificate.sigstore.json', 'model-certify.evidence.json']),
    )

    // The same version, wherever it lies: by number, by alias, and where somebody has brought it.
    for (const [path, content] of Object.entries(LOGGED)) {
      mkdirSync(join(root, 'brought', path, '..'), { recursive: true })
      writeFileSync(join(root, 'brought', path), content)
    }
    for (const model of [`models:/credit/${challenger.version}`, 'models:/credit@challenger', 'brought/model']) {
      const verified = await runProgram(root, [
        ...['verify', '.proofmark/certificate.sigstore.json', '--key', 'proofmark.pub', '--model', model],
      ])
      expect({ model, ...verified }).toMatchObject({ model, code: 0 })
    }
  })

  test('says of each connection what is wrong with it', async () => {
    const probe = mlflowProbe(
      { connection: { run: champion.run.id }, files: ['models:/credit@challenger'] },
      environment,
    )
    expect((await probe.ask()).map(({ asked, status }) => `${asked}: ${status}`)).toEqual([
      'version: ok',
      'credentials: ok',
      'model: ok',
      ...(auth ? ['may write: ok'] : []),
      'run: ok',
      ...(auth ? ['may write: ok'] : []),
    ])
    if (auth) {
      const wrong = await mlflowProbe(
        { connection: {}, files: [] },
        { ...environment, MLFLOW_TRACKING_PASSWORD: 'no' },
      ).ask()
      expect(wrong.at(-1)).toMatchObject({
        status: 'fail',
        found: expect.stringContaining('HTTP status 401: You are not'),
      })
    }
  })

  test.runIf(auth)('names the permission that a user lacks, and records with exactly that', async () => {
    const url = admin.server
    await post(url, '2.0/mlflow/users/create', CI, basic(ADMIN))
    servers[i]?.hasten(CI)
    const bot = { ...environment, MLFLOW_TRACKING_USERNAME: CI.username, MLFLOW_TRACKING_PASSWORD: CI.password }
    Object.assign(process.env, bot)
    const root = workspace(settings =>
      settings
        .replace('- models:/credit@challenger', '- models:/credit@challenger/model.joblib')
        .replace(/^(data|certify|drift):\n( .*\n)*/gm, '')
        .replace(/require: .*/, 'require: [security-scan]'),
    )
    const probe = () =>
      mlflowProbe({ connection: { run: challenger.run.id }, files: ['models:/credit@challenger'] }, bot).ask()
    const without = await runProgram(root, ['gate'])
    expect(without.said).toContain(`HTTP status 403: Permission denied`)
    expect(without.said).toContain(`Give the user EDIT on the experiment ${experiment}`)
    expect(without.code).toBe(4)
    expect(read(root, 'certificate.sigstore.json')).toContain('dsseEnvelope')
    expect((await probe()).filter(({ status }) => status !== 'ok').map(({ remedy }) => remedy)).toEqual([
      'Give ci EDIT on the registered model credit',
      `Give ci EDIT on the experiment ${experiment}`,
    ])

    await grant('experiment', experiment)
    const onlyRun = await runProgram(root, ['audit-record'])
    expect(onlyRun.said).toContain('Give the user EDIT on the registered model credit')
    expect(onlyRun.code).toBe(4)
    await grant('registered_model', 'credit')
    expect((await runProgram(root, ['audit-record'])).code).toBe(0)
    expect((await probe()).every(({ status }) => status === 'ok')).toBe(true)

    async function grant(type: 'experiment' | 'registered_model', id: string) {
      const { username } = CI
      if (major === 3)
        return post(
          url,
          '3.0/mlflow/users/permissions/grant',
          { username, resource_type: type, resource_id: id, permission: 'EDIT' },
          basic(ADMIN),
        )
      const [path, key] = type === 'experiment' ? ['experiments', 'experiment_id'] : ['registered-models', 'name']
      return post(
        url,
        `2.0/mlflow/${path}/permissions/create`,
        { username, [key]: id, permission: 'EDIT' },
        basic(ADMIN),
      )
    }
  })

  test.runIf(major === 3 && !auth)('reads a logged model, and tags it', async () => {
    const headers = auth ? basic(ADMIN) : {}
    const response = await fetch(`${admin.server}/api/2.0/mlflow/logged-models`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ experiment_id: experiment, name: 'credit', source_run_id: champion.run.id }),
    })
    const made = (await response.json()) as { model: { info: { model_id: string; artifact_uri: string } } }
    const { model_id: id } = made.model.info
    const folder = await openArtifacts(admin, made.model.info.artifact_uri, { environment, of: 'the model' })
    const content = Buffer.from(LOGGED['model/model.joblib'] ?? [])
    await folder.write('model.joblib', { bytes: content.length, open: () => Readable.from([content]) })
    await fetch(`${admin.server}/api/2.0/mlflow/logged-models/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ model_id: id, status: 'LOGGED_MODEL_READY' }),
    })
    Object.assign(process.env, environment)
    const root = workspace(settings => settings.replaceAll('models:/credit@challenger', `models:/${id}`))
    expect(await runProgram(root, ['gate'])).toMatchObject({ code: 0 })
    const model = await getLoggedModel(admin, id)
    expect(model.tags.get('proofmark.status')).toBe('certified')
    expect(model.tags.get('proofmark.certificate')).toContain(`runs:/${champion.run.id}/proofmark/`)
  })

  test.runIf(!auth)('is verified, promoted, taken back and watched by the commands that the docs show', async () => {
    const run = async (folder: string, script: string, env: Environment = {}) => {
      const ended = await shell(folder, script, { env })
      expect(ended.status, ended.said).toBe(0)
      return ended.said
    }
    const root = workspace()
    // Another model before it, to go back to: one of its files.
    const earlier = workspace(settings =>
      settings.replace('models:/credit@challenger', `models:/credit/${champion.version}/model.joblib`),
    )
    for (const key of ['proofmark.pub', '.proofmark/keys/proofmark.key']) cpSync(join(root, key), join(earlier, key))
    for (const folder of [root, earlier]) {
      await run(folder, 'proofmark gate --quiet', environment)
      cpSync(join(folder, '.proofmark/certificate.sigstore.json'), join(folder, 'certificate.sigstore.json'))
      const holds = (path: string) => (folder === root ? path.startsWith('model/') : path === 'model/model.joblib')
      for (const [path, content] of Object.entries(LOGGED).filter(([path]) => holds(path)))
        for (const copy of ['model', 'downloaded']) {
          const to = join(folder, path.replace('model', copy))
          mkdirSync(dirname(to), { recursive: true })
          writeFileSync(to, content)
        }
    }
    await post(admin.server, '2.0/mlflow/registered-models/create', { name: 'production' })
    const at = 'production@champion'
    await run(
      root,
      blockOf('docs/mlflow.md', 'proofmark verify', { 'credit/7': `credit/${challenger.version}` }),
      environment,
    )
    const where = { 'https://mlflow.example.com': admin.server, 'credit@champion': at }
    const [before = '', promote = ''] = blockOf('docs/mlflow.md', 'export', {
      ...where,
      'credit-dev/7': `credit/${challenger.version}`,
    }).split(/\n(?=proofmark promote .*--model model\b)/)
    await run(earlier, `${before}\n${promote.split('\n')[0]}`)
    expect(await run(root, `${before}\n${promote}`)).toContain('Demoted')
    expect(await getAlias(admin, 'production', 'champion')).toMatchObject({ version: '1' })
    expect(await run(root, blockOf('docs/promotion.md', 'export', where))).toContain('Promoted')
    expect(await getAlias(admin, 'production', 'champion')).toMatchObject({ version: '2' })
  })

  test.runIf(!auth)('reads and records where the server only names a bucket', async () => {
    const s3 = await startVersitygw()
    try {
      const world = { ...environment, ...s3.environment }
      const made = await bucket('models', world).send({ method: 'PUT', doing: 'make the bucket' })
      made.body.resume()
      const folder = await openArtifacts(admin, 's3://models/credit', { environment: world, of: 'the version' })
      const upload = (text: string) => ({ bytes: text.length, open: () => Readable.from([Buffer.from(text)]) })
      await folder.write('MLmodel', upload('flavors: {}'))
      await folder.write('parts/a b+.bin', upload('part'))
      await expect(folder.write('MLmodel', upload('other'))).rejects.toMatchObject({ code: 's3.refused' })
      const { version } = await createModelVersion(admin, { name: 'credit', source: 's3://models/credit' })
      const sources = allSources({ root: ROOT, environment: world, progress: () => {} })
      const names = ['MLmodel', 'parts/a b+.bin'].map(name => `models:/credit/${version}/${name}`)
      expect(await sources.list(`models:/credit/${version}`)).toEqual(names)
      expect(readFileSync((await sources.fetch(names[1] ?? '')) ?? '', 'utf8')).toBe('part')
    } finally {
      s3.stop()
    }
  })

  test.runIf(major === 3 && !auth)('says what a host name needs that the server does not know', async () => {
    const { port } = new URL(admin.server)
    const proxy = createServer(({ url, method, headers }, response) => {
      const passed = { port, path: url, method, headers: { ...headers, host: 'mlflow.example.com' } }
      request(passed, answer => answer.pipe(response.writeHead(answer.statusCode ?? 500))).end()
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    const { port: other } = proxy.address() as AddressInfo
    const client = await clientOf({ MLFLOW_TRACKING_URI: `http://127.0.0.1:${other}` })
    await expect(getRun(client, champion.run.id)).rejects.toMatchObject({
      code: 'mlflow.host-header',
      message: expect.stringContaining('Invalid Host header - possible DNS rebinding attack detected'),
      hint: expect.stringContaining('--allowed-hosts'),
    })
    proxy.close()
  })
})

const read = (root: string, name: string) => readFileSync(join(root, '.proofmark', name), 'utf8')

/** The credit example, its model and predictions read from MLflow, recorded there. */
function workspace(change: (settings: string) => string = settings => settings): string {
  const root = temporaryFolder('credit')
  cpSync(join(ROOT, 'examples/credit'), root, { recursive: true })
  const settings = readFileSync(join(root, 'proofmark.yml'), 'utf8')
    .replace('- model-champion.joblib', '- models:/credit@challenger')
    .replace('predictions: predictions-champion.csv', 'predictions: models:/credit@challenger/predictions.csv')
    .replace('champion: predictions-champion.csv', 'champion: models:/credit@champion/predictions.csv')
  writeFileSync(join(root, 'proofmark.yml'), `${change(settings)}\nconnections:\n  mlflow: {}\n`)
  const { privateKey, publicKey } = keys()
  mkdirSync(join(root, '.proofmark/keys'), { recursive: true })
  writeFileSync(join(root, '.proofmark/keys/proofmark.key'), privateKey, { mode: 0o600 })
  writeFileSync(join(root, 'proofmark.pub'), publicKey)
  return root
}
