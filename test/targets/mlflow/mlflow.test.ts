import { beforeEach, describe, expect, it } from 'vitest'
import { demote } from '../../../src/commands/demote.ts'
import { promote } from '../../../src/commands/promote.ts'
import { revoke } from '../../../src/commands/revoke.ts'
import { verify } from '../../../src/commands/verify.ts'
import { type WatchWorld, watch } from '../../../src/commands/watch.ts'
import type { Material } from '../../../src/core/evidence.ts'
import { pointerText, readPointer } from '../../../src/core/record/promotion/pointer.ts'
import type { PromotionTarget, PromotionTargets } from '../../../src/ports/promotion-target.ts'
import type { RecordLog } from '../../../src/ports/record-log.ts'
import { listAliases } from '../../../src/targets/mlflow/list-aliases.ts'
import { mlflow } from '../../../src/targets/mlflow/mlflow.ts'
import { promotionTargets } from '../../../src/targets/promotion-targets.ts'
import { type Workshop, workshop } from '../../harness/certified.ts'
import { type MemoryLog, memoryLog } from '../../harness/memory-log.ts'
import { type MemoryRegistry, memoryRegistry } from './memory-registry.ts'

const FILES = { MLmodel: 'flavors: {}', 'data/model.pkl': 'weights' }
const OTHER = { MLmodel: 'flavors: {}', 'data/model.pkl': 'weights 2' }
const NAME = 'mlflow:credit@champion'

let shop: Workshop
let registry: MemoryRegistry
let log: MemoryLog
beforeEach(async () => {
  shop = await workshop()
  registry = memoryRegistry()
  log = memoryLog()
})
const open = (name = `${NAME}?lock=file`): Promise<PromotionTarget> =>
  mlflow(name, name.slice('mlflow:'.length), { root: shop.root, environment: {} }, async () => registry)
const world = async (parts: Parameters<Workshop['world']>[1] = {}, name?: string) =>
  shop.world(await open(name), { recordLog: log, ...parts })
const broken = ({ steps }: Awaited<ReturnType<typeof promote>>) => steps.find(({ status }) => status !== 'passed')
const standing = async () => {
  const read = readPointer((await (await open()).current()).pointer ?? '')
  return 'pointer' in read ? (read.pointer.to?.name ?? null) : undefined
}

/** Predictions of a champion, as a certificate has them. */
const champion = (origin: Material['origin']): Material => ({
  name: 'predictions.csv',
  role: 'champion',
  digest: { sha256: 'c'.repeat(64) },
  bytes: 1,
  origin,
})
const ofVersion = (name: string) => champion({ kind: 'mlflow', pinned: `${name}/predictions.csv` })
const ofItsRun = (model: string) => champion({ kind: 'mlflow', pinned: 'runs:/r1/predictions.csv', model })

describe('a model that was compared with a champion', () => {
  const two = (...materials: Material[]) => shop.certify('2', OTHER, 90, materials)
  beforeEach(async () => {
    registry.register({ old: '' })
    await promote(await shop.certify('1', FILES), await world())
    expect(registry.aliases.get('champion')).toBe('2')
  })

  it.each([
    ['the version that is there', ofVersion('models:/credit/2')],
    ['the run of the version that is there', ofItsRun('models:/credit/2')],
  ])('is promoted where that is %s', async (_, material) => {
    const done = await promote(await two(material), await world())
    expect(done.outcome).toBe('promoted')
    expect(done.steps.find(({ id }) => id === 'baseline')?.reason).toBe(
      `${NAME} points at version 2, which the model was compared with`,
    )
  })

  it.each([
    ['another registered model', ofVersion('models:/credit-dev/1')],
    ['a file of the workspace', champion(undefined)],
  ])('is promoted where that is of %s, which tells nothing', async (_, material) => {
    const done = await promote(await two(material), await world())
    expect([done.outcome, done.steps.some(({ id }) => id === 'baseline')]).toEqual(['promoted', false])
  })

  it.each([
    ['another version', ofVersion('models:/credit/1')],
    ['the run of another version', ofItsRun('models:/credit/1')],
  ])('is in conflict where that is %s, and nothing is brought there', async (_, material) => {
    const done = await promote(await two(material), await world())
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(broken(done)).toMatchObject({
      id: 'baseline',
      reason: `Expected ${NAME} to point at version 1, which the model was compared with, but it points at version 2`,
    })
    expect([registry.aliases.get('champion'), registry.stored.size]).toEqual(['2', 2])
  })

  it('may be gone back to, and is there already, whatever it was compared with', async () => {
    const old = await two(ofVersion('models:/credit/1'))
    expect(await promote({ ...old, kind: 'demotion' }, await world())).toMatchObject({ outcome: 'demoted' })
    expect(await promote(old, await world())).toMatchObject({ outcome: 'already-there' })
  })

  it('is promoted where the alias points at nothing', async () => {
    await demote({ back: 'nothing', reason: 'INC' }, await world())
    expect(await promote(await two(ofVersion('models:/credit/1')), await world())).toMatchObject({
      outcome: 'promoted',
    })
  })

  it('is held against what somebody else put there, too', async () => {
    const foreign = registry.register({ other: '' })
    registry.aliases.set('champion', foreign)
    const old = await two(ofVersion('models:/credit/2'))
    expect(await promote({ ...old, from: foreign }, await world())).toMatchObject({ outcome: 'conflict' })
    const fresh = await shop.certify('3', OTHER, 90, [ofVersion(`models:/credit/${foreign}`)])
    expect(await promote({ ...fresh, from: foreign }, await world())).toMatchObject({ outcome: 'promoted' })
  })
})

describe('an alias of a registered model', () => {
  it('is pointed at the version that holds the certified bytes', async () => {
    registry.register({ MLmodel: 'flavors: {}', 'data/model.pkl': 'another' })
    registry.register(FILES)
    registry.register({ ...FILES, 'extra.txt': '' })
    const one = await shop.certify('1', FILES)
    expect(await promote(one, await world())).toMatchObject({ outcome: 'promoted', target: NAME, notes: [] })
    expect(registry.aliases.get('champion')).toBe('2')
    expect(registry.stored.size).toBe(3)
    const tags = registry.stored.get('2')?.tags
    expect([...(tags ?? [])].map(([key]) => key).toSorted()).toEqual([
      'proofmark.certificate_sha256',
      'proofmark.model_id',
      'proofmark.pointer.champion',
      'proofmark.previous.champion',
      'proofmark.promoted_by',
    ])
    expect(tags?.get('proofmark.previous.champion')).toBe('none')
    expect(tags?.get('proofmark.promoted_by')).toBe('alice')
    expect(log.documents.get(log.leaves[0]?.document ?? '')).toBe(tags?.get('proofmark.pointer.champion'))
    expect(await promote(one, await world())).toMatchObject({ outcome: 'already-there' })
    expect(log.leaves).toHaveLength(1)
  })

  it('has its bytes hashed once when it is found, and once more when it is read back', async () => {
    registry.register(FILES)
    const asked: string[] = []
    const { digest } = registry
    registry.digest = (version, path) => {
      asked.push(path)
      return digest(version, path)
    }
    expect(await promote(await shop.certify('1', FILES), await world())).toMatchObject({ outcome: 'promoted' })
    expect(asked.toSorted()).toEqual(['MLmodel', 'MLmodel', 'data/model.pkl', 'data/model.pkl'])
  })

  it('is pointed at a new version where none holds them: the files are uploaded', async () => {
    const one = await shop.certify('1', FILES)
    const done = await promote(one, await world())
    expect(done).toMatchObject({ outcome: 'promoted' })
    expect(registry.stored.get('1')?.files).toEqual(new Map(Object.entries(FILES)))
    expect(done.steps.find(({ id }) => id === 'stored')?.reason).toMatch(
      /^Hashed 2 files at .*MLflow moves an alias without comparing/,
    )
    expect([...(registry.runs[0]?.files.keys() ?? [])]).toEqual([
      'model/MLmodel',
      'model/data/model.pkl',
      'proofmark/SHA256SUMS',
      'proofmark/certificate.sigstore.json',
    ])
  })

  it('goes back to the version before, and to nothing', async () => {
    await promote(await shop.certify('1', FILES), await world())
    await promote(await shop.certify('2', OTHER), await world())
    expect(registry.stored.get('2')?.tags.get('proofmark.previous.champion')).toBe('1')
    expect(await demote({ back: 'previous', reason: 'INC' }, await world())).toMatchObject({ outcome: 'demoted' })
    expect(registry.aliases.get('champion')).toBe('1')
    expect(await demote({ back: 'nothing', reason: 'INC' }, await world())).toMatchObject({ outcome: 'demoted' })
    expect(registry.aliases.has('champion')).toBe(false)
    expect(await standing()).toBeNull()
    expect(await demote({ back: 'nothing', reason: 'INC' }, await world())).toMatchObject({ outcome: 'already-there' })
    expect(log.leaves.map(({ type, model }) => `${type} ${model}`)).toEqual([
      'promotion credit-default 1',
      'promotion credit-default 2',
      'demotion credit-default 1',
      'demotion undefined',
    ])
  })

  it('that somebody else set is left alone, unless it is named', async () => {
    registry.aliases.set('champion', registry.register(OTHER))
    const one = await shop.certify('1', FILES)
    const done = await promote(one, await world())
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(broken(done)).toMatchObject({
      reason: `Expected a pointer of Proofmark's at ${NAME} but found version 1, which Proofmark did not put there`,
      hint: 'Find out who did; if a certified model may take its place, promote with --from 1',
    })
    expect(await promote({ ...one, from: 'nothing' }, await world())).toMatchObject({ outcome: 'conflict' })
    expect(await promote({ ...one, from: '1' }, await world())).toMatchObject({ outcome: 'promoted' })
    expect(registry.stored.get('2')?.tags.get('proofmark.previous.champion')).toBe('1')
  })

  it('whose version was deleted is pointed elsewhere', async () => {
    await promote(await shop.certify('1', FILES), await world())
    registry.stored.delete('1')
    const two = await shop.certify('2', OTHER)
    expect(await promote({ ...two, from: 'f'.repeat(64) }, await world())).toMatchObject({ outcome: 'conflict' })
    const done = await promote(two, await world())
    expect(done).toMatchObject({ outcome: 'promoted' })
    expect(done.steps.find(({ id }) => id === 'current')?.reason).toBe(`${NAME} points at a version that was deleted`)
  })

  it('that somebody moves between reading and writing is a conflict, and stays theirs', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, await world())
    const foreign = registry.register({ evil: '' })
    const target = await open()
    const racing: PromotionTarget = {
      ...target,
      point(pointer, expected) {
        registry.aliases.set('champion', foreign)
        return target.point(pointer, expected)
      },
    }
    const done = await promote(two, { ...(await world()), target: racing })
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(registry.aliases.get('champion')).toBe(foreign)
    expect(log.leaves).toHaveLength(1)
  })

  it('that somebody moves right after it was written is a conflict, and both are told', async () => {
    const foreign = registry.register({ evil: '' })
    const pointing = registry.pointAlias
    Object.assign(registry, {
      pointAlias: async (alias: string, version: string) => {
        await pointing(alias, version)
        registry.aliases.set(alias, foreign)
      },
    })
    const done = await promote(await shop.certify('1', FILES), await world())
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(broken(done)?.reason).toContain('version 1, which Proofmark did not put there')
    expect(log.leaves).toEqual([])
  })

  it('at bytes that change while it is moved is pointed back', async () => {
    await promote(await shop.certify('1', FILES), await world())
    const pointing = registry.pointAlias
    Object.assign(registry, {
      pointAlias: async (alias: string, version: string) => {
        if (version === '2') registry.stored.get('2')?.files.set('MLmodel', 'changed')
        await pointing(alias, version)
      },
    })
    expect(await promote(await shop.certify('2', OTHER), await world())).toMatchObject({ outcome: 'undone' })
    expect(registry.aliases.get('champion')).toBe('1')
    expect(log.leaves.map(({ type }) => type)).toEqual(['promotion', 'promotion', 'demotion'])
  })

  it('is refused for a version that was asked for and holds other bytes', async () => {
    registry.register({ ...FILES, MLmodel: 'changed' })
    const done = await promote(await shop.certify('1', FILES), await world({}, `${NAME}?version=1&lock=file`))
    expect(done).toMatchObject({ outcome: 'refused', verdict: 'failed' })
    expect(broken(done)).toMatchObject({ id: 'stored', reason: expect.stringContaining('1/model/MLmodel had sha256') })
    expect(registry.aliases.size).toBe(0)
    expect(registry.stored.get('1')?.tags.size).toBe(0)
    const missing = promote(await shop.certify('1', FILES), await world({}, `${NAME}?version=9&lock=file`))
    await expect(missing).rejects.toMatchObject({ code: 'mlflow.no-version' })
  })

  it('is refused for a name that MLflow would change', async () => {
    const one = await shop.certify('1', { ...FILES, 'a%20b.bin': '' })
    await expect(promote(one, await world())).rejects.toMatchObject({ code: 'mlflow.file-name' })
    expect(registry.runs).toEqual([])
  })

  it('is refused for a pointer that MLflow has no room for', async () => {
    const one = { ...(await shop.certify('1', FILES)), reason: '€'.repeat(1600) }
    await expect(promote(one, await world())).rejects.toMatchObject({ code: 'mlflow.pointer-size' })
    expect(registry.aliases.size).toBe(0)
  })

  it('that is pointed back by hand at a version of before is noticed', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, await world())
    await promote(two, await world())
    registry.aliases.set('champion', '1')
    const done = await promote(two, await world())
    expect(done).toMatchObject({ outcome: 'promoted' })
    expect(done.notes).toEqual([expect.stringMatching(/points at credit-default 1 .* not the log’s last word/)])
  })
})

describe('the name of a target', () => {
  it.each([
    ['mlflow:credit@latest', 'mlflow.reserved-alias'],
    ['mlflow:credit@LATEST', 'mlflow.reserved-alias'],
    ['mlflow:credit@v7', 'mlflow.reserved-alias'],
    ['mlflow:credit@cham pion', 'mlflow.alias'],
    ['mlflow:credit@', 'mlflow.alias'],
    ['mlflow:credit', 'mlflow.target'],
    ['mlflow:a/b@champion', 'mlflow.target'],
    ['mlflow:credit@champion?version=v7', 'mlflow.target'],
    ['mlflow:credit@champion?versoin=7', 'mlflow.target'],
    ['mlflow:credit@champion?lock=none', 'mlflow.target'],
  ])('%s is refused', async (name, code) => {
    await expect(open(name)).rejects.toMatchObject({ code, kind: 'input' })
  })

  it('loses its options: they are no part of what the log says', async () => {
    expect((await open('mlflow:a@b@Champion_1?lock=file&version=3')).name).toBe('mlflow:a@b@Champion_1')
  })
})

describe('watch', () => {
  const targets: PromotionTargets = {
    open: async name => open(`${name}?lock=file`),
    list: async (_, patterns) => listAliases(patterns, { root: shop.root, environment: {} }),
  }
  const look = async (revert = false, parts: Partial<WatchWorld> & { now?: string } = {}) => {
    const { target: _, ...rest } = await world(parts)
    return watch({ scheme: 'mlflow', patterns: ['credit@champion'], revert }, { ...rest, targets, ...parts })
  }

  it('finds a certified alias certified, and nothing at one that is not set', async () => {
    expect(await look()).toMatchObject({
      verdict: 'passed',
      targets: [{ target: NAME, found: 'it points at nothing' }],
    })
    await promote(await shop.certify('1', FILES), await world())
    expect(await look()).toMatchObject({
      verdict: 'passed',
      log: log.name,
      targets: [{ found: expect.stringMatching(/^it points at credit-default 1 .* certified and unchanged$/) }],
    })
  })

  it('reads the log once for all aliases, and once more where something is wrong', async () => {
    const one = await shop.certify('1', FILES)
    await promote(one, await world())
    let reads = 0
    const recordLog: RecordLog = {
      ...log,
      read(documentsOf) {
        reads += 1
        return log.read(documentsOf)
      },
    }
    const asked: WatchWorld['verify'] = (request, shown, kept) => {
      expect(kept?.name).toBe(log.name)
      return verify({ ...request, key: 'proofmark.pub', log: kept }, shown)
    }
    expect(await look(false, { recordLog, verify: asked })).toMatchObject({ verdict: 'passed' })
    expect(reads).toBe(1)
    await revoke({ certificate: one.certificate, reason: 'wrong labels' }, log, shop.ports())
    expect(await look(false, { recordLog, verify: asked })).toMatchObject({
      verdict: 'failed',
      targets: [{ found: expect.stringContaining('wrong labels') }],
    })
    expect(reads).toBe(3)
  })

  it('finds an alias that somebody moved to what nobody certified, and points it back by the log', async () => {
    await promote(await shop.certify('1', FILES), await world())
    registry.aliases.set('champion', registry.register(OTHER))
    expect(await look()).toMatchObject({
      verdict: 'failed',
      targets: [{ found: 'it points at version 2, which Proofmark did not put there' }],
    })
    const seen = await look(true)
    expect(seen).toMatchObject({
      verdict: 'failed',
      errors: [],
      targets: [{ verdict: 'failed', reverted: { outcome: 'demoted', pointer: { kind: 'demotion', from: null } } }],
    })
    expect(registry.aliases.get('champion')).toBe('1')
    expect(log.leaves.at(-1)).toMatchObject({ type: 'demotion', model: 'credit-default 1', target: NAME })
    expect(await look(true)).toMatchObject({ verdict: 'passed' })
  })

  it('believes no tag: neither a copied pointer nor a version tagged like a certified one', async () => {
    await promote(await shop.certify('1', FILES), await world())
    const copy = registry.register(OTHER)
    for (const [key, value] of registry.stored.get('1')?.tags ?? []) await registry.tagVersion(copy, key, value)
    registry.aliases.set('champion', copy)
    expect(await look()).toMatchObject({
      verdict: 'failed',
      targets: [{ found: expect.stringContaining('other bytes in') }],
    })
    registry.aliases.set('champion', registry.register({ evil: '' }))
    expect(await look(true)).toMatchObject({ targets: [{ reverted: { outcome: 'demoted' } }] })
    expect(registry.aliases.get('champion')).toBe('1')
  })

  it('finds changed bytes, and goes back past them', async () => {
    await promote(await shop.certify('1', FILES), await world())
    await promote(await shop.certify('2', OTHER), await world())
    registry.stored.get('2')?.files.set('MLmodel', 'changed')
    expect(await look(true)).toMatchObject({
      verdict: 'failed',
      targets: [{ reverted: { pointer: { to: { name: 'credit-default 1' } } } }],
    })
    expect(registry.aliases.get('champion')).toBe('1')
  })

  it('finds a revoked certificate, and an expired one, to which there is nothing before', async () => {
    const one = await shop.certify('1', FILES)
    await promote(one, await world())
    expect(await look(true, { now: '2027-06-01T00:00:00Z' })).toMatchObject({
      verdict: 'failed',
      targets: [{ found: expect.stringContaining('ended at'), hint: 'The log has no certified model before it' }],
    })
    await revoke({ certificate: one.certificate, reason: 'wrong labels' }, log, shop.ports())
    expect(await look()).toMatchObject({ targets: [{ found: expect.stringContaining('wrong labels') }] })
    expect(registry.aliases.get('champion')).toBe('1')
  })

  it('takes an alias away that by the log is to point at nothing', async () => {
    await promote(await shop.certify('1', FILES), await world())
    await demote({ back: 'nothing', reason: 'INC' }, await world())
    registry.aliases.set('champion', registry.register(OTHER))
    expect(await look(true)).toMatchObject({ targets: [{ reverted: { outcome: 'demoted', pointer: { to: null } } }] })
    expect(registry.aliases.has('champion')).toBe(false)
  })

  it('cannot judge a pointer that nobody logged, and leaves it', async () => {
    log.failing = 1
    await promote(await shop.certify('1', FILES), await world())
    expect(await look(true)).toMatchObject({
      verdict: 'inconclusive',
      targets: [{ found: 'it points at credit-default 1, which is certified but not in the log' }],
    })
    expect(registry.aliases.get('champion')).toBe('1')
  })

  it('judges without a log, but points nothing back', async () => {
    await promote(await shop.certify('1', FILES), await world())
    expect(await look(false, { recordLog: undefined })).toMatchObject({ verdict: 'passed', log: undefined })
    await expect(look(true, { recordLog: undefined })).rejects.toMatchObject({ code: 'watch.no-log' })
  })

  it('has checked nothing where there is nothing to look at', async () => {
    const none: PromotionTargets = { ...targets, list: async () => [] }
    expect(await look(false, { targets: none })).toMatchObject({ verdict: 'inconclusive', targets: [] })
  })

  it('goes on where one target cannot be read, and says so', async () => {
    await promote(await shop.certify('1', FILES), await world())
    const some: PromotionTargets = { ...targets, list: async () => ['mlflow:credit@latest', NAME] }
    const seen = await look(false, { targets: some })
    expect(seen.targets.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'passed'])
    expect(seen.errors).toMatchObject([{ code: 'mlflow.reserved-alias' }])
  })

  it('takes patterns for what they are', async () => {
    const named = { root: shop.root, environment: {} }
    expect(await listAliases(['b@x', 'a@y', 'b@x'], named)).toEqual(['mlflow:a@y', 'mlflow:b@x'])
    await expect(listAliases(['credit'], named)).rejects.toMatchObject({ code: 'mlflow.pattern' })
    await expect(promotionTargets(named).list('folder', ['x'])).rejects.toMatchObject({ code: 'promotion.unlisted' })
  })
})

it('a pointer in a tag has the same text as the log keeps', async () => {
  await promote(await shop.certify('1', FILES), await world())
  const text = registry.stored.get('1')?.tags.get('proofmark.pointer.champion') ?? ''
  const read = readPointer(text)
  expect('pointer' in read && pointerText(read.pointer)).toBe(text)
})
