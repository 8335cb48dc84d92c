import { execFile, execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demote } from '../../../src/commands/demote.ts'
import { promote } from '../../../src/commands/promote.ts'
import { status } from '../../../src/commands/status.ts'
import { watch } from '../../../src/commands/watch.ts'
import type { PromotionTarget } from '../../../src/ports/promotion-target.ts'
import { promotionTargets } from '../../../src/targets/promotion-targets.ts'
import { blockOf } from '../../docs/block-of.ts'
import { wordsOf } from '../../docs/words-of.ts'
import { type Governed, governed } from '../../harness/governed.ts'
import { ADMIN, type MlflowServer, mlflowServer } from '../../harness/mlflow-server.ts'
import { temporaryFolder } from '../../harness/runner/temporary-folder.ts'
import { type Hands, handsAt } from './hands.ts'

const PROGRAM = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url))
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-mlflow')
const FILES = { MLmodel: 'flavors: {}\n', 'data/model.pkl': 'weights' }
const OTHER = { MLmodel: 'flavors: {}\n', 'data/model.pkl': 'other weights' }

/** Every test has a registered model of its own. */
let models = 0
const nextModel = () => {
  models += 1
  return `credit ${models}`
}

describe.each([2, 3] as const)('MLflow %i', major => {
  let server: MlflowServer
  let hands: Hands
  let model: string
  let shop: Governed
  beforeAll(async () => {
    server = await mlflowServer({ major, folder: temporaryFolder('mlflow') })
    hands = handsAt(server.url)
    process.stdout.write(`MLflow ${server.version}\n`)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    model = nextModel()
    await hands.createModel(model)
    shop = await governed()
  })

  const targets = () =>
    promotionTargets({ root: shop.root, environment: { ...process.env, MLFLOW_TRACKING_URI: server.url } })
  const open = (options = '?lock=file', alias = 'champion') => targets().open(`mlflow:${model}@${alias}${options}`)
  const world = async (options?: string) => shop.world(await open(options), { recordLog: shop.log })
  const champion = () => hands.alias(model, 'champion')
  const story = async () =>
    (await shop.log.read([])).leaves
      .filter(({ type }) => type === 'promotion' || type === 'demotion')
      .map(leaf => `${leaf.type} ${leaf.model}`)
  const look = async (revert = false, patterns = [`${model}@champion`]) => {
    const { target: _, ...rest } = await world()
    return watch({ scheme: 'mlflow', patterns, revert }, { ...rest, targets: targets() })
  }

  it('is promoted to at the version that a run registered, again, elsewhere, back and to nothing', async () => {
    await hands.register(model, OTHER)
    const { version } = await hands.register(model, FILES)
    const one = await shop.enter('1', FILES)
    expect(await promote(one, await world())).toMatchObject({ outcome: 'promoted', verdict: 'passed' })
    expect(await champion()).toBe(version)
    expect(await promote(one, await world())).toMatchObject({ outcome: 'already-there' })

    const two = await shop.enter('2', { ...FILES, 'data/model.pkl': 'newer weights' })
    expect(await promote(two, await world())).toMatchObject({ outcome: 'promoted' })
    expect(await champion()).toBe('3')
    expect(await hands.tags(model, '3')).toMatchObject({
      'proofmark.previous.champion': version,
      'proofmark.promoted_by': 'alice',
    })
    const back = await demote({ back: 'previous', reason: 'INC-9' }, await world())
    expect(back).toMatchObject({ outcome: 'demoted', pointer: { to: { name: 'credit-default 1' } } })
    expect(await champion()).toBe(version)
    const told = await status({}, shop.log, targets(), shop.ports())
    expect(told).toMatchObject({
      verdict: 'passed',
      targets: [{ found: 'it points where the log says, at the certified bytes' }],
    })
    expect(await demote({ back: 'nothing', reason: 'INC-9' }, await world())).toMatchObject({ outcome: 'demoted' })
    expect(await champion()).toBeUndefined()
    expect(await story()).toEqual([
      'promotion credit-default 1',
      'promotion credit-default 2',
      'demotion credit-default 1',
      'demotion undefined',
    ])
  })

  it('uploads what no version holds, and MLflow itself gives it back to the byte', async () => {
    const one = await shop.enter('1', { ...FILES, 'sub dir/ä+b&c.bin': 'odd\0name' })
    const done = await promote(one, await world())
    expect(done, JSON.stringify(done.steps.at(-1))).toMatchObject({ outcome: 'promoted' })
    const to = temporaryFolder('downloaded')
    const script = 'import sys, mlflow; mlflow.artifacts.download_artifacts(sys.argv[1], dst_path=sys.argv[2])'
    await promisify(execFile)(join(CACHE, `${major}`, 'bin/python'), ['-c', script, `models:/${model}@champion`, to], {
      env: { ...process.env, MLFLOW_TRACKING_URI: server.url, MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true' },
    })
    for (const [path, content] of Object.entries({ ...FILES, 'sub dir/ä+b&c.bin': 'odd\0name' }))
      expect(readFileSync(join(to, path), 'utf8')).toBe(content)
  })

  it('is a conflict where somebody moves the alias between reading and writing', async () => {
    const foreign = await hands.register(model, { evil: 'x' })
    const target = await open()
    const racing: PromotionTarget = {
      ...target,
      async point(pointer, expected) {
        await hands.setAlias(model, 'champion', foreign.version)
        return target.point(pointer, expected)
      },
    }
    const done = await promote(await shop.enter('1', FILES), { ...(await world()), target: racing })
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(done.steps.at(-1)?.reason).toContain(`version ${foreign.version}, which Proofmark did not put there`)
    expect(await champion()).toBe(foreign.version)
    expect(await story()).toEqual([])
  })

  it('is refused for a version whose artifact was changed after the certification, also where it is there already', async () => {
    const { version, folder } = await hands.register(model, FILES)
    const one = await shop.enter('1', FILES)
    expect(await promote(one, await world())).toMatchObject({ outcome: 'promoted' })
    await hands.overwrite(folder, 'data/model.pkl', 'poisoned')
    expect(await promote(one, await world())).toMatchObject({ outcome: 'refused', verdict: 'failed' })
    const asked = await promote(one, await world(`?version=${version}&lock=file`))
    expect(asked.steps.find(step => step.status === 'failed')).toMatchObject({
      id: 'stored',
      reason: expect.stringContaining('data/model.pkl had sha256'),
    })
    expect(await look()).toMatchObject({
      verdict: 'failed',
      targets: [{ found: expect.stringContaining('other bytes') }],
    })
  })

  it('is promoted to after its version was deleted', async () => {
    await hands.register(model, FILES)
    await promote(await shop.enter('1', FILES), await world())
    await hands.deleteVersion(model, '1')
    expect(await look()).toMatchObject({
      verdict: 'failed',
      targets: [
        { found: expect.stringMatching(/a version that was deleted|at nothing, the log says credit-default 1/) },
      ],
    })
    expect(await promote(await shop.enter('2', OTHER), await world())).toMatchObject({ outcome: 'promoted' })
    expect(await champion()).toBe('2')
  })

  it('watch finds what somebody else pointed an alias at, and points it back by the log', async () => {
    await promote(await shop.enter('1', FILES), await world())
    await promote(await shop.enter('2', OTHER), await world())
    const evil = await hands.register(model, { evil: 'x' })
    await hands.setAlias(model, 'champion', evil.version)
    await hands.setAlias(model, 'staging', evil.version)
    // What tags say counts for nothing.
    await hands.tag(model, evil.version, 'proofmark.previous.champion', '1')
    expect(await look(false, [`${model.slice(0, -1)}*@champ*`])).toMatchObject({
      verdict: 'failed',
      targets: expect.arrayContaining([
        expect.objectContaining({
          target: `mlflow:${model}@champion`,
          found: `it points at version ${evil.version}, which Proofmark did not put there`,
        }),
      ]),
    })
    expect((await look(false, ['all'])).targets.map(({ target }) => target)).toEqual(
      expect.arrayContaining([`mlflow:${model}@champion`, `mlflow:${model}@staging`]),
    )
    expect(await look(true)).toMatchObject({ verdict: 'failed', targets: [{ reverted: { outcome: 'demoted' } }] })
    expect(await champion()).toBe('2')
    expect(await look()).toMatchObject({ verdict: 'passed' })
    expect((await story()).at(-1)).toBe('demotion credit-default 2')
  })

  it('says of a registered model that is not there that it is not', async () => {
    const one = await shop.enter('1', FILES)
    const nowhere = await targets().open('mlflow:no-such-model@champion?lock=file')
    await expect(promote(one, shop.world(nowhere))).rejects.toMatchObject({ code: 'mlflow.no-model' })
  })

  it('is won by exactly one of eight promotions at once; the others end with 2, and the log tells the same', async () => {
    const numbers = Array.from({ length: 8 }, (_, i) => `${i + 1}`)
    const certified = []
    for (const number of numbers)
      certified.push(await shop.enter(number, { ...FILES, 'data/model.pkl': `weights ${number}` }))
    // On one major through a ref of the remote, on the other through a file.
    if (major === 3) {
      const origin = temporaryFolder('origin')
      execFileSync('git', ['init', '--quiet', '--bare', origin])
      execFileSync('git', ['init', '--quiet', shop.root])
      execFileSync('git', ['-C', shop.root, 'remote', 'add', 'origin', origin])
    }
    const to = `mlflow:${model}@champion${major === 3 ? '' : '?lock=file'}`
    const ended = await Promise.all(
      certified.map(({ certificate, model: files }) =>
        run([
          'promote',
          certificate,
          '--to',
          to,
          '--model',
          ...files,
          '--key',
          'proofmark.pub',
          '--from',
          'nothing',
          '--quiet',
        ]),
      ),
    )
    expect(ended.map(({ code }) => code).toSorted(), JSON.stringify(ended)).toEqual([0, 2, 2, 2, 2, 2, 2, 2])
    const won = ended.findIndex(({ code }) => code === 0)
    expect(await story()).toEqual([`promotion credit-default ${won + 1}`])
    expect(ended[won]?.said).toContain(`Promoted: mlflow:${model}@champion points at credit-default ${won + 1}`)
    for (const { code, said } of ended) if (code !== 0) expect(said).toMatch(/^Conflict at mlflow:/m)
    const tags = await hands.tags(model, (await champion()) ?? '')
    expect(JSON.parse(tags['proofmark.pointer.champion'] ?? '').to.name).toBe(`credit-default ${won + 1}`)
    expect(await status({}, shop.log, targets(), shop.ports())).toMatchObject({ verdict: 'passed' })
  })

  // The program is the same to both.
  const itOnce = major === 3 ? it : () => undefined
  itOnce('copies a model that was certified by its address in another registered model, by the program', async () => {
    const dev = `${model}-dev`
    await hands.createModel(dev)
    const { version } = await hands.register(dev, { MLmodel: 'flavors: {}\n', 'data/weights.csv': 'a,b\n1,2\n' })
    const settings = {
      model: { name: 'credit-default', version: '7', files: [`models:/${dev}/${version}`] },
      policy: { require: ['security-scan'] },
    }
    const log = JSON.parse(readFileSync(join(shop.root, 'proofmark.yml'), 'utf8'))
    writeFileSync(join(shop.root, 'proofmark.yml'), JSON.stringify({ ...log, ...settings }))
    writeFileSync(join(shop.root, 'proofmark.key'), shop.keys.privateKey)
    const gate = await run(['gate', '--key', 'proofmark.key', '--out', 'certified'])
    expect(gate.code, gate.said).toBe(0)
    const certificate = 'certified/certificate.sigstore.json'
    const to = `mlflow:${model}@champion?lock=file`
    const args = ['promote', certificate, '--to', to, '--model', `models:/${dev}/${version}`, '--key', 'proofmark.pub']
    const done = await run([...args, '--quiet'])
    expect(done.said).toBe(`Promoted: mlflow:${model}@champion points at credit-default 7\n`)
    expect(await champion()).toBe('1')
    const seen = await run(['watch', '--mlflow', `${model}@champion`, '--key', 'proofmark.pub', '--markdown', 'w.md'])
    expect(seen, seen.said).toMatchObject({ code: 0, said: expect.stringContaining('certified and unchanged\n') })
    expect(readFileSync(join(shop.root, 'w.md'), 'utf8')).toMatch(/^### Certified: 1 target\n/)

    const evil = await hands.register(model, { evil: 'x' })
    await hands.setAlias(model, 'champion', evil.version)
    const found = await run(['watch', '--mlflow', `${model}@champion`, '--key', 'proofmark.pub', '--revert', '--json'])
    expect(found.code).toBe(1)
    expect(JSON.parse(found.said)).toMatchObject({
      verdict: 'failed',
      targets: [{ reverted: { outcome: 'demoted' } }],
    })
    expect(await champion()).toBe('1')
  })

  itOnce('watches until it is ended', async () => {
    await promote(await shop.enter('1', FILES), await world())
    const here = { 'credit@champion': 'MODEL@champion', '*@champion': 'MODEL@champion', '60s': '1s' }
    const [once = [], always = []] = blockOf('docs/mlflow.md', 'proofmark watch', here)
      .split('\n')
      .map(line =>
        wordsOf(line)
          .slice(1)
          .map(word => word.replace('MODEL', model)),
      )
    expect(await run(once)).toMatchObject({ code: 0, said: expect.stringContaining('Certified: 1 target') })
    const watching = run([...always, '--quiet'], said => (said.match(/^Certified: 1 target$/gm)?.length ?? 0) >= 2)
    const { code, said } = await watching
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^\d{4}-.*\nCertified: 1 target\n/) })
  })

  /** Runs the program in a process of its own; it is asked to end when it has said `enough`. */
  const run = (args: readonly string[], enough?: (said: string) => boolean) =>
    new Promise<{ code: number | null; said: string }>(resolve => {
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        cwd: shop.root,
        env: { ...process.env, MLFLOW_TRACKING_URI: server.url },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', text => {
          said += text
          if (enough?.(said)) child.kill('SIGTERM')
        })
      child.on('close', code => resolve({ code, said }))
    })
})

describe('MLflow with basic-auth', () => {
  const reader = { username: 'reader', password: 'a password of reader' }
  let server: MlflowServer
  let hands: Hands
  beforeAll(async () => {
    server = await mlflowServer({ major: 3, folder: temporaryFolder('mlflow'), auth: true })
    hands = handsAt(server.url, ADMIN)
    await hands.createUser(reader.username, reader.password)
  })
  afterAll(() => server.close())
  const open = (name: string, root: string, { username, password }: { username: string; password: string }) =>
    promotionTargets({
      root,
      environment: {
        MLFLOW_TRACKING_URI: server.url,
        MLFLOW_TRACKING_USERNAME: username,
        MLFLOW_TRACKING_PASSWORD: password,
      },
    }).open(`mlflow:${name}@champion?lock=file`)

  it('lets who may edit the model promote, and says what whoever may only read it lacks', async () => {
    const shop = await governed()
    await hands.createModel('credit')
    const trained = await hands.register('credit', FILES)
    const one = await shop.enter('1', FILES)
    await expect(promote(one, shop.world(await open('credit', shop.root, reader)))).rejects.toMatchObject({
      code: 'mlflow.permission',
      kind: 'environment',
      hint: expect.stringMatching(/^Give the user (EDIT|READ) on /),
    })
    expect(await hands.alias('credit', 'champion')).toBeUndefined()
    expect(await promote(one, shop.world(await open('credit', shop.root, ADMIN)))).toMatchObject({
      outcome: 'promoted',
    })
    expect(await hands.alias('credit', 'champion')).toBe(trained.version)
    const wrong = { ...reader, password: 'another password' }
    const refused = promote(one, shop.world(await open('credit', shop.root, wrong)))
    await expect(refused).rejects.toMatchObject({ code: 'mlflow.credentials', kind: 'environment' })
  })
})
