import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { demote } from '../../src/commands/demote.ts'
import { promote } from '../../src/commands/promote.ts'
import type { Promotion } from '../../src/commands/promotion/promotion.ts'
import { revoke } from '../../src/commands/revoke.ts'
import { verify } from '../../src/commands/verify.ts'
import { Pointer, pointerText } from '../../src/core/record/promotion/pointer.ts'
import type { PromotionTarget } from '../../src/ports/promotion-target.ts'
import { folder } from '../../src/targets/folder/folder.ts'
import { sha256 } from '../core/record/memory.ts'
import { type Workshop, workshop } from '../harness/certified.ts'
import { type MemoryLog, memoryLog } from '../harness/memory-log.ts'

const FILES = { 'config.json': '{}', 'sub/weights.bin': 'weights' }
const OTHER = { 'config.json': '{"v":2}', 'sub/weights.bin': 'weights 2' }

let shop: Workshop
let target: PromotionTarget
let log: MemoryLog
beforeEach(async () => {
  shop = await workshop()
  target = folder('folder:production', 'production', { root: shop.root, environment: {} })
  log = memoryLog()
})
const at = (path: string) => join(shop.root, 'production', path)
const standing = () => Pointer.parse(JSON.parse(readFileSync(at('production.json'), 'utf8')))
const ids = ({ steps }: Promotion) => steps.map(({ id, status }) => `${id} ${status}`)
const broken = ({ steps }: Promotion) => steps.find(({ status }) => status !== 'passed')

describe('a certified model is promoted', () => {
  it('in this order, and logged', async () => {
    const one = await shop.certify('1', FILES)
    const done = await promote({ ...one, reason: 'CHG-1' }, shop.world(target, { recordLog: log }))
    expect(done).toMatchObject({ outcome: 'promoted', verdict: 'passed', notes: [] })
    expect(ids(done)).toEqual(
      ['verify', 'not-revoked', 'current', 'place', 'stored', 'point', 'read-back', 'log'].map(id => `${id} passed`),
    )
    const certificate = sha256(readFileSync(join(shop.root, one.certificate)))
    const pointer = standing()
    expect(pointer).toEqual({
      schema: 'https://proofmark.dev/pointer/v1',
      kind: 'promotion',
      target: 'folder:production',
      to: { name: 'credit-default 1', id: expect.stringMatching(/^[0-9a-f]{64}$/), certificate },
      from: null,
      reason: 'CHG-1',
      by: 'alice',
      at: '2026-12-01T06:00:00Z',
      run: 'https://github.com/acme/credit/actions/runs/7',
    })
    expect(readFileSync(at(`models/${pointer.to?.id}/1/model/sub/weights.bin`), 'utf8')).toBe('weights')
    expect(readdirSync(at(`certificates/${certificate}`)).toSorted()).toEqual([
      'SHA256SUMS',
      'certificate.sigstore.json',
    ])
    expect(sha256(readFileSync(at(`certificates/${certificate}/SHA256SUMS`)))).toBe(pointer.to?.id)
    expect(log.leaves).toEqual([
      {
        v: 1,
        type: 'promotion',
        at: '2026-12-01T06:00:00Z',
        model: 'credit-default 1',
        id: `sha256:${pointer.to?.id}`,
        document: `sha256:${sha256(readFileSync(at('production.json')))}`,
        target: 'folder:production',
        run: 'https://github.com/acme/credit/actions/runs/7',
      },
    ])
  })

  it('once: the second time it is there already', async () => {
    const one = await shop.certify('1', FILES)
    await promote(one, shop.world(target, { recordLog: log }))
    const before = readFileSync(at('production.json'), 'utf8')
    const again = await promote(one, shop.world(target, { recordLog: log, now: '2026-12-02T06:00:00Z' }))
    expect(again).toMatchObject({ outcome: 'already-there', verdict: 'passed' })
    expect(readFileSync(at('production.json'), 'utf8')).toBe(before)
    expect(log.leaves).toHaveLength(1)
  })

  it('after another, which it names', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(target))
    const first = standing()
    expect((await promote({ ...two, from: first.to?.id }, shop.world(target))).outcome).toBe('promoted')
    expect(standing().from).toEqual(first.to)
  })

  it('without a log, and says so', async () => {
    const done = await promote(await shop.certify('1', FILES), shop.world(target))
    expect(done.steps.at(-1)?.reason).toBe('No log is kept here: only the target itself says what was done')
  })
})

describe('nothing is promoted', () => {
  it.each<[string, (root: string) => void, string, 'refused' | 'unverifiable']>([
    ['a changed byte', root => writeFileSync(join(root, '1/model/config.json'), '{ }'), 'failed', 'refused'],
    ['an added file', root => writeFileSync(join(root, '1/model/evil.py'), ''), 'failed', 'refused'],
    [
      'an empty certificate',
      root => writeFileSync(join(root, '1/out/certificate.sigstore.json'), ''),
      'inconclusive',
      'unverifiable',
    ],
  ])('for %s', async (_, change, verdict, outcome) => {
    const one = await shop.certify('1', FILES)
    change(shop.root)
    expect(await promote(one, shop.world(target, { recordLog: log }))).toMatchObject({ outcome, verdict })
    expect(existsSync(at(''))).toBe(false)
    expect(log.leaves).toEqual([])
  })

  it('where the verification asked nothing', async () => {
    const one = await shop.certify('1', FILES)
    const nothing = { verify: async () => ({ outcome: 'verified', verdict: 'passed', steps: [] }) as const }
    const empty = await promote(one, shop.world(target, nothing))
    expect(empty).toMatchObject({ outcome: 'unverifiable', verdict: 'inconclusive' })
    const real = (await verify({ ...one, key: 'proofmark.pub' }, shop.ports())).statement
    const unasked = {
      verify: async () =>
        ({ outcome: 'verified', verdict: 'passed', steps: [], ...(real ? { statement: real } : {}) }) as const,
    }
    expect((await promote(one, shop.world(target, unasked))).verdict).not.toBe('passed')
    expect(existsSync(at('production.json'))).toBe(false)
  })

  it('for a model that was certified from outside of its folder: its files would leave the target, too', async () => {
    const one = await shop.certify('1', FILES)
    const real = await verify({ ...one, key: 'proofmark.pub' }, shop.ports())
    const outside = structuredClone(real)
    Object.assign(outside.statement?.subject[1] ?? {}, { name: '../config.json' })
    const world = shop.world(target, { verify: async () => outside })
    await expect(promote(one, world)).rejects.toMatchObject({ code: 'promotion.file-name' })
    expect(existsSync(at(''))).toBe(false)
  })

  it('for an expired certificate', async () => {
    const done = await promote(await shop.certify('1', FILES), shop.world(target, { now: '2027-03-01T00:00:00Z' }))
    expect(done).toMatchObject({ outcome: 'refused', verdict: 'failed' })
    expect(broken(done)?.reason).toContain('ended at')
  })

  it('where somebody revoked the certificate, or the key that signed it', async () => {
    const one = await shop.certify('1', FILES)
    await revoke({ certificate: one.certificate, reason: 'wrong labels' }, log, shop.ports())
    const refused = await promote(one, shop.world(target, { recordLog: log }))
    expect(refused).toMatchObject({ outcome: 'refused', verdict: 'failed' })
    expect(broken(refused)?.reason).toContain('wrong labels')

    const byKey = memoryLog()
    await revoke({ key: 'proofmark.pub', reason: 'stolen' }, byKey, shop.ports())
    expect(broken(await promote(one, shop.world(target, { recordLog: byKey })))?.reason).toContain(
      'the key that signed it',
    )
  })

  it('where a revocation cannot be read', async () => {
    const one = await shop.certify('1', FILES)
    await revoke({ certificate: one.certificate, reason: 'wrong labels' }, log, shop.ports())
    log.documents.clear()
    expect(await promote(one, shop.world(target, { recordLog: log }))).toMatchObject({ verdict: 'inconclusive' })
  })

  it('over a pointer that is none of ours, or another target’s', async () => {
    const one = await shop.certify('1', FILES)
    await promote(one, shop.world(target))
    const ours = standing()
    for (const text of ['{}', 'v7', `${pointerText(ours)}\n`, pointerText({ ...ours, target: 'folder:staging' })]) {
      writeFileSync(at('production.json'), text)
      expect(await promote(await shop.certify('2', OTHER), shop.world(target))).toMatchObject({
        outcome: 'conflict',
        verdict: 'inconclusive',
      })
      expect(readFileSync(at('production.json'), 'utf8')).toBe(text)
    }
  })

  it('where production points elsewhere than expected', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(target))
    const done = await promote({ ...two, from: 'nothing' }, shop.world(target))
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    await expect(promote({ ...two, from: 'v1' }, shop.world(target))).rejects.toMatchObject({ code: 'promotion.from' })
  })
})

describe('what lies at the target is hashed there', () => {
  const tampered: [string, (model: string) => void][] = [
    ['a changed byte', model => writeFileSync(join(model, 'config.json'), '{ }')],
    ['a lost file', model => rmSync(join(model, 'config.json'))],
    ['an added file', model => writeFileSync(join(model, 'sub/evil.py'), '')],
    ['a file in other case', model => writeFileSync(join(model, 'Config.json'), '{}')],
    ['no file at all', model => rmSync(model, { recursive: true })],
  ]
  it.each(tampered)('and %s is found before the pointer is written', async (_, tamper) => {
    const one = await shop.certify('1', FILES)
    const placing: PromotionTarget = {
      ...target,
      async place(model) {
        await target.place(model)
        tamper(at(`models/${model.id}/1/model`))
      },
    }
    const done = await promote(one, shop.world(placing, { recordLog: log }))
    expect(done).toMatchObject({ outcome: 'refused', verdict: 'failed' })
    expect(broken(done)?.id).toBe('stored')
    expect(existsSync(at('production.json'))).toBe(false)
    expect(log.leaves).toEqual([])
  })

  it('and a link is refused', async () => {
    const one = await shop.certify('1', FILES)
    const placing: PromotionTarget = {
      ...target,
      async place(model) {
        await target.place(model)
        rmSync(at(`models/${model.id}/1/model/config.json`))
        symlinkSync('/etc/hostname', at(`models/${model.id}/1/model/config.json`))
      },
    }
    await expect(promote(one, shop.world(placing))).rejects.toMatchObject({ code: 'promotion.not-a-file' })
  })

  it.each(tampered)('and %s between that and the pointer is found, and production pointed back', async (_, tamper) => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(target, { recordLog: log }))
    const before = standing()
    let tampering = true
    const mutating: PromotionTarget = {
      ...target,
      async point(pointer, expected) {
        if (tampering) tamper(at(`models/${JSON.parse(pointer).to.id}/2/model`))
        tampering = false
        return target.point(pointer, expected)
      },
    }
    const done = await promote(two, shop.world(mutating, { recordLog: log }))
    expect(done).toMatchObject({ outcome: 'undone', verdict: 'failed' })
    expect(ids(done).slice(-4)).toEqual(['point passed', 'read-back failed', 'undo passed', 'log passed'])
    expect(standing()).toMatchObject({ kind: 'demotion', to: before.to })
    expect(log.leaves.map(({ type, model }) => [type, model])).toEqual([
      ['promotion', 'credit-default 1'],
      ['promotion', 'credit-default 2'],
      ['demotion', 'credit-default 1'],
    ])
  })

  it('and where it cannot be pointed back, that is said', async () => {
    const one = await shop.certify('1', FILES)
    let pointed = 0
    const stubborn: PromotionTarget = {
      ...target,
      async point(pointer, expected) {
        pointed += 1
        if (pointed > 1) return 'conflict'
        writeFileSync(at(`models/${JSON.parse(pointer).to.id}/1/model/config.json`), '{ }')
        return target.point(pointer, expected)
      },
    }
    const done = await promote(one, shop.world(stubborn, { recordLog: log }))
    expect(done.steps.find(({ id }) => id === 'undo')).toMatchObject({
      status: 'failed',
      hint: 'Production may point at bytes that nobody certified: stop using it now',
    })
  })
})

describe('a race is lost with the name of who won', () => {
  it('between reading and writing the pointer', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    const racing: PromotionTarget = {
      ...target,
      async point(pointer, expected) {
        await promote(two, shop.world(target, { by: 'bob', recordLog: log }))
        return target.point(pointer, expected)
      },
    }
    const done = await promote(one, shop.world(racing, { recordLog: log }))
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(broken(done)?.reason).toMatch(/somebody was faster: it points at credit-default 2 \(.*\), since .*, by bob/)
    expect(standing().to?.name).toBe('credit-default 2')
    expect(log.leaves.map(({ model }) => model)).toEqual(['credit-default 2'])
  })

  it('and after writing it, what was done is logged all the same', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    const racing: PromotionTarget = {
      ...target,
      async point(pointer, expected) {
        const pointed = await target.point(pointer, expected)
        if (JSON.parse(pointer).to.name === 'credit-default 1') await promote(two, shop.world(target, { by: 'bob' }))
        return pointed
      },
    }
    const done = await promote(one, shop.world(racing, { recordLog: log }))
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(log.leaves.map(({ model }) => model)).toEqual(['credit-default 1'])
  })
})

describe('a promotion that was not logged', () => {
  it('is told, and logged by the next run, once', async () => {
    const one = await shop.certify('1', FILES)
    log.failing = 1
    const first = await promote(one, shop.world(target, { recordLog: log }))
    expect(first).toMatchObject({ outcome: 'not-logged', verdict: 'inconclusive' })
    expect(first.error).toMatchObject({ code: 'log.unreachable', kind: 'environment' })
    expect(standing().to?.name).toBe('credit-default 1')
    const second = await promote(one, shop.world(target, { recordLog: log, now: '2026-12-02T00:00:00Z' }))
    expect(second).toMatchObject({ outcome: 'already-there', verdict: 'passed' })
    expect(second.notes).toEqual([
      expect.stringMatching(
        /^Repaired the log: folder:production points at credit-default 1 .*, which had not been logged$/,
      ),
    ])
    expect(log.leaves.map(({ at: when }) => when)).toEqual(['2026-12-01T06:00:00Z'])
    expect((await promote(one, shop.world(target, { recordLog: log }))).notes).toEqual([])
  })

  it('is logged by a run that promotes another, after it was verified where it lies', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(target))
    const second = await promote(two, shop.world(target, { recordLog: log }))
    expect(second.notes[0]).toMatch(/^Repaired the log/)
    expect(log.leaves.map(({ model }) => model)).toEqual(['credit-default 1', 'credit-default 2'])
  })

  it('is not logged where it cannot be verified: anybody can write a pointer', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(target))
    const real = standing()
    const forged = pointerText({
      ...real,
      to: { name: 'credit-default 9', id: 'f'.repeat(64), certificate: real.to?.certificate ?? '' },
    })
    writeFileSync(at('production.json'), forged)
    const done = await promote(two, shop.world(target, { recordLog: log }))
    expect(done.notes[0]).toMatch(/is not in the log and cannot be verified here$/)
    expect(log.leaves.map(({ model }) => model)).toEqual(['credit-default 2'])
  })
})

describe('a model is demoted', () => {
  it('to the one before, verified again where it lies', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(target, { recordLog: log }))
    await promote(two, shop.world(target, { recordLog: log }))
    const done = await demote({ back: 'previous', reason: 'INC-9' }, shop.world(target, { recordLog: log }))
    expect(done).toMatchObject({ outcome: 'demoted', verdict: 'passed' })
    expect(standing()).toMatchObject({
      kind: 'demotion',
      reason: 'INC-9',
      to: { name: 'credit-default 1' },
      from: { name: 'credit-default 2' },
    })
    expect(log.leaves.at(-1)).toMatchObject({ type: 'demotion', model: 'credit-default 1' })
  })

  it('not to one that has changed, expired or been revoked since', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(target, { recordLog: log }))
    const first = standing()
    await promote(two, shop.world(target, { recordLog: log }))
    const back = { back: 'previous', reason: 'INC-9' } as const
    expect(await demote(back, shop.world(target, { recordLog: log, now: '2027-03-01T00:00:00Z' }))).toMatchObject({
      outcome: 'refused',
    })
    writeFileSync(at(`models/${first.to?.id}/1/model/config.json`), '{ }')
    expect(await demote(back, shop.world(target, { recordLog: log }))).toMatchObject({ outcome: 'refused' })
    writeFileSync(at(`models/${first.to?.id}/1/model/config.json`), '{}')
    await revoke({ certificate: one.certificate, reason: 'wrong labels' }, log, shop.ports())
    expect(await demote(back, shop.world(target, { recordLog: log }))).toMatchObject({
      outcome: 'refused',
      verdict: 'failed',
    })
    expect(standing().to?.name).toBe('credit-default 2')
  })

  it('to nothing, and from nothing', async () => {
    await promote(await shop.certify('1', FILES), shop.world(target, { recordLog: log }))
    await expect(demote({ back: 'previous', reason: 'r' }, shop.world(target))).rejects.toMatchObject({
      code: 'promotion.no-previous',
    })
    expect(await demote({ back: 'nothing', reason: 'INC-9' }, shop.world(target, { recordLog: log }))).toMatchObject({
      outcome: 'demoted',
    })
    expect(standing().to).toBeNull()
    expect(log.leaves.at(-1)).not.toHaveProperty('id')
    expect(await demote({ back: 'nothing', reason: 'INC-9' }, shop.world(target))).toMatchObject({
      outcome: 'already-there',
      verdict: 'passed',
    })
  })

  it('to one that lies here', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(two, shop.world(target))
    expect(await promote({ ...one, kind: 'demotion', reason: 'INC-9' }, shop.world(target))).toMatchObject({
      outcome: 'demoted',
    })
  })
})

describe('a revocation', () => {
  it('is logged once, and tells what production still points at', async () => {
    const one = await shop.certify('1', FILES)
    const text = readFileSync(join(shop.root, one.certificate), 'utf8')
    const { id } = { id: sha256(readFileSync(join(shop.root, '1/out/SHA256SUMS'))) }
    await log.append(
      {
        v: 1,
        type: 'certificate',
        at: '2026-11-23T06:00:00Z',
        model: 'credit-default 1',
        id: `sha256:${id}`,
        document: `sha256:${sha256(text)}`,
      },
      text,
    )
    await promote(one, shop.world(target, { recordLog: log }))
    const revoked = await revoke(
      { certificate: one.certificate, reason: 'wrong labels', by: 'carol' },
      log,
      shop.ports(),
    )
    expect(revoked).toMatchObject({ already: false, stillInProduction: ['folder:production'], others: [] })
    expect(revoked.revocation).toEqual({
      schema: 'https://proofmark.dev/revocation/v1',
      certificate: sha256(text),
      model: { name: 'credit-default 1', id },
      reason: 'wrong labels',
      by: 'carol',
      at: '2026-12-01T06:00:00Z',
      run: 'https://github.com/acme/credit/actions/runs/7',
    })
    const size = log.leaves.length
    expect((await revoke({ certificate: one.certificate, reason: 'again' }, log, shop.ports())).already).toBe(true)
    expect(log.leaves).toHaveLength(size)
  })

  it('of one certificate tells which others of the model still hold', async () => {
    const enter = async (days: number) => {
      const { certificate } = await shop.certify('1', FILES, days)
      const text = readFileSync(join(shop.root, certificate), 'utf8')
      const id = sha256(readFileSync(join(shop.root, '1/out/SHA256SUMS')))
      const document = `sha256:${sha256(text)}`
      const leaf = {
        v: 1,
        type: 'certificate',
        at: '2026-11-23T06:00:00Z',
        model: 'credit-default 1',
        document,
      } as const
      await log.append({ ...leaf, id: `sha256:${id}` }, text)
      return { certificate, digest: sha256(text) }
    }
    const [first, second] = [await enter(60), await enter(90)]
    const revokeIt = () => revoke({ certificate: second.certificate, reason: 'wrong labels' }, log, shop.ports())
    expect(await revokeIt()).toMatchObject({ others: [first.digest], stillInProduction: [] })
  })

  it('of a key from a time on leaves what the log took in before', async () => {
    const one = await shop.certify('1', FILES)
    const text = readFileSync(join(shop.root, one.certificate), 'utf8')
    const revocation = { key: 'proofmark.pub', since: '2026-11-25T00:00:00Z', reason: 'lost laptop' }
    await revoke(revocation, log, shop.ports())
    expect(await promote(one, shop.world(target, { recordLog: log }))).toMatchObject({ outcome: 'refused' })
    const leaf = {
      v: 1,
      type: 'certificate',
      id: `sha256:${'0'.repeat(64)}`,
      document: `sha256:${sha256(text)}`,
    } as const
    await log.append({ ...leaf, at: '2026-11-24T00:00:00Z' }, text)
    // Whoever has the key dates the entry back; it stands behind the revocation all the same.
    expect(await promote(one, shop.world(target, { recordLog: log }))).toMatchObject({ outcome: 'refused' })
    const before = memoryLog()
    await before.append({ ...leaf, at: '2026-11-24T00:00:00Z' }, text)
    await revoke(revocation, before, shop.ports())
    expect(await promote(one, shop.world(target, { recordLog: before }))).toMatchObject({ outcome: 'promoted' })
  })

  it.each([
    [{ reason: 'r' }, 'revoke.nothing'],
    [{ key: '1/out/certificate.sigstore.json', reason: 'r' }, 'revoke.no-key'],
    [{ certificate: 'proofmark.pub', reason: 'r' }, 'revoke.no-certificate'],
    [{ certificate: '1/out/certificate.sigstore.json', since: '2026-11-25T00:00:00Z', reason: 'r' }, 'revoke.since'],
  ])('is refused: %j', async (options, code) => {
    await shop.certify('1', FILES)
    await expect(revoke(options, log, shop.ports())).rejects.toMatchObject({ code })
    expect(log.leaves).toEqual([])
  })
})
