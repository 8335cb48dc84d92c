import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { demote } from '../../src/commands/demote.ts'
import { exitCode } from '../../src/commands/exit-code.ts'
import { promote } from '../../src/commands/promote.ts'
import type { PromotionWorld } from '../../src/commands/promotion/promotion-world.ts'
import { revoke } from '../../src/commands/revoke.ts'
import { watch } from '../../src/commands/watch.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { UserError } from '../../src/core/user-error.ts'
import type { PromotionTarget } from '../../src/ports/promotion-target.ts'
import type { Recipient, Told } from '../../src/ports.ts'
import { promotionLine } from '../../src/report/promotion.ts'
import { folder } from '../../src/targets/folder/folder.ts'
import { sha256 } from '../core/record/memory.ts'
import { type Workshop, workshop } from '../harness/certified.ts'
import { type MemoryLog, memoryLog } from '../harness/memory-log.ts'

const FILES = { 'config.json': '{}', 'sub/weights.bin': 'weights' }
const OTHER = { 'config.json': '{"v":2}', 'sub/weights.bin': 'weights 2' }
const { connections } = Settings.parse({ connections: { pushgateway: { url: 'http://push.example' } } })

let shop: Workshop
let target: PromotionTarget
let log: MemoryLog
let told: Told[]
let failing: unknown
beforeEach(async () => {
  shop = await workshop()
  target = folder('folder:production', 'production', { root: shop.root, environment: {} })
  log = memoryLog()
  told = []
  failing = undefined
})

const listener: Recipient = {
  name: 'Pushgateway http://push.example',
  async tell(one) {
    if (failing !== undefined) throw failing
    told.push(one)
    return 'pushed it'
  },
}
const down = new UserError('metrics.delivery', 'Expected the Pushgateway to answer but found no connection', {
  kind: 'environment',
})
const ports = (now?: string) => ({
  ...shop.ports(now),
  recipients: { open: async (named: Settings['connections']) => (named === connections ? [listener] : []) },
})
const world = (parts: Partial<PromotionWorld> & { now?: string } = {}) =>
  shop.world(target, { recordLog: log, connections, ports: ports(parts.now), ...parts })
const words = () =>
  told.map(one =>
    one.kind === 'promotion'
      ? `${one.pointer.kind} ${one.pointer.to?.name ?? 'nothing'}, certified ${one.certified}, again ${one.again ?? false}`
      : one.kind === 'look'
        ? `look ${one.target} ${one.verdict}`
        : one.kind,
  )

describe('promotions', () => {
  it('and demotions are told once the log knows them', async () => {
    await promote(await shop.certify('1', FILES), world())
    await promote(await shop.certify('2', OTHER), world())
    await demote({ back: 'previous', reason: 'INC-9' }, world())
    await demote({ back: 'nothing', reason: 'INC-9' }, world())
    expect(words()).toEqual([
      'promotion credit-default 1, certified true, again false',
      'promotion credit-default 2, certified true, again false',
      'demotion credit-default 1, certified true, again false',
      'demotion nothing, certified true, again false',
    ])
    const [first] = told
    expect(first?.kind === 'promotion' && first.pointer).toMatchObject({ target: 'folder:production', by: 'alice' })
  })

  it('that are there already are told again, as such', async () => {
    const one = await shop.certify('1', FILES)
    await promote(one, world())
    expect((await promote(one, world())).outcome).toBe('already-there')
    await demote({ back: 'nothing', reason: 'INC-9' }, world())
    expect((await demote({ back: 'nothing', reason: 'INC-9' }, world())).outcome).toBe('already-there')
    expect(words().filter(word => word.includes('again true'))).toEqual([
      'promotion credit-default 1, certified true, again true',
      'demotion nothing, certified true, again true',
    ])
  })

  it('that are refused, or lose to somebody faster, are not told', async () => {
    const one = await shop.certify('1', FILES)
    const faster: PromotionTarget = { ...target, point: async () => 'conflict' }
    expect((await promote(one, world({ target: faster }))).outcome).toBe('conflict')
    writeFileSync(join(shop.root, '1/model/config.json'), '{ }')
    expect((await promote(one, world())).outcome).toBe('refused')
    const overwritten: PromotionTarget = {
      ...target,
      async point(pointer, expected) {
        const done = await target.point(pointer, expected)
        writeFileSync(join(shop.root, 'production/production.json'), '{}')
        return done
      },
    }
    expect((await promote(await shop.certify('2', OTHER), world({ target: overwritten }))).outcome).toBe('conflict')
    expect(words()).toEqual([])
  })

  it('that are undone are told both ways', async () => {
    const bad: PromotionTarget = {
      ...target,
      async point(pointer, expected) {
        const done = await target.point(pointer, expected)
        const { to } = JSON.parse(pointer)
        if (to) writeFileSync(join(shop.root, `production/models/${to.id}/1/model/config.json`), 'poisoned')
        return done
      },
    }
    expect((await promote(await shop.certify('1', FILES), world({ target: bad }))).outcome).toBe('undone')
    expect(words()).toEqual([
      'promotion credit-default 1, certified false, again false',
      'demotion nothing, certified true, again false',
    ])
  })

  it('stand where somebody cannot be told: a sentence says so, the exit code is 4, and running again tells it', async () => {
    failing = down
    const one = await shop.certify('1', FILES)
    const done = await promote(one, world())
    expect(done.outcome).toBe('promoted')
    expect(exitCode(done.verdict, [done.error])).toBe(4)
    expect(promotionLine(done)).toBe(
      'Promoted: folder:production points at credit-default 1. Expected to tell everybody of the promotion, which stands, but could not: Expected the Pushgateway to answer but found no connection',
    )
    expect(done.steps.at(-1)?.hint).toBe('Run the same command again: it tells what stands at the target')
    expect(log.leaves).toHaveLength(1)
    failing = undefined
    expect(await promote(one, world())).toMatchObject({ outcome: 'already-there', verdict: 'passed' })
    expect(words()).toEqual(['promotion credit-default 1, certified true, again true'])
  })

  it('stand where what tells them is broken', async () => {
    failing = new TypeError('no such function')
    const done = await promote(await shop.certify('1', FILES), world())
    expect(done).toMatchObject({ outcome: 'promoted', verdict: 'inconclusive', error: { message: 'no such function' } })
    expect(JSON.parse(readFileSync(join(shop.root, 'production/production.json'), 'utf8')).to.name).toBe(
      'credit-default 1',
    )
  })

  it('back to the model before are not to be run again as they were: that would point elsewhere', async () => {
    await promote(await shop.certify('1', FILES), world())
    await promote(await shop.certify('2', OTHER), world())
    failing = down
    const done = await demote({ back: 'previous', reason: 'INC-9' }, world())
    expect(done.steps.at(-1)?.hint).toBe(
      'Run `proofmark demote` with the certificate and the files of credit-default 1: it tells what stands at the target',
    )
  })

  it('are told to nobody where nobody is named', async () => {
    failing = down
    const { outcome, verdict } = await promote(await shop.certify('1', FILES), world({ connections: {} }))
    expect([outcome, verdict]).toEqual(['promoted', 'passed'])
  })
})

describe('a revocation', () => {
  /** A certified model whose certificate is in the log, as `audit-record` enters it. */
  async function entered(version: string, files: Record<string, string>) {
    const made = await shop.certify(version, files, 3650)
    const text = readFileSync(join(shop.root, made.certificate), 'utf8')
    const [subject] = JSON.parse(Buffer.from(JSON.parse(text).dsseEnvelope.payload, 'base64').toString()).subject
    const id = subject.digest.sha256
    const [model, document] = [`credit-default ${version}`, `sha256:${sha256(text)}`]
    await log.append(
      { v: 1, type: 'certificate', at: '2026-11-23T06:00:00Z', model, id: `sha256:${id}`, document },
      text,
    )
    return { ...made, id, sha256: sha256(text) }
  }

  it('is told with the certificates that it takes and the targets that still point at them', async () => {
    const [one, two] = [await entered('1', FILES), await entered('2', OTHER)]
    await promote(one, world())
    await revoke({ certificate: one.certificate, reason: 'wrong labels', connections }, log, ports())
    expect(told.at(-1)).toMatchObject({
      kind: 'revocation',
      revocation: { certificate: one.sha256, reason: 'wrong labels' },
      certificates: [
        {
          sha256: one.sha256,
          model: { name: 'credit-default', version: '1', id: one.id },
          repository: 'acme/credit',
          last: false,
        },
      ],
      targets: ['folder:production'],
      again: false,
    })
    await revoke({ key: 'proofmark.pub', reason: 'stolen', connections }, log, ports())
    const last = told.at(-1)
    expect(last?.kind === 'revocation' && last.certificates.map(({ sha256, last }) => [sha256, last])).toEqual([
      [two.sha256, true],
    ])
  })

  it('of a certificate that nobody logged is told, too, and one logged before as such', async () => {
    const one = await shop.certify('1', FILES)
    for (const again of [false, true]) {
      const done = await revoke({ certificate: one.certificate, reason: 'wrong labels', connections }, log, ports())
      expect([done.already, done.untold]).toEqual([again, []])
      expect(told.at(-1)).toMatchObject({ certificates: [{ last: true, model: { version: '1' } }], targets: [], again })
    }
  })

  it('stands where somebody cannot be told', async () => {
    failing = down
    const one = await shop.certify('1', FILES)
    const done = await revoke({ certificate: one.certificate, reason: 'wrong labels', connections }, log, ports())
    expect(done.untold).toEqual([down])
    expect(log.leaves.map(({ type }) => type)).toEqual(['revocation'])
  })
})

describe('a look', () => {
  const look = (revert = false) =>
    watch(
      { scheme: 'folder', patterns: ['production'], revert },
      { ...world(), targets: { open: async () => target, list: async () => ['folder:production'] } },
    )

  it('is told, and what was pointed back because of it', async () => {
    await promote(await shop.certify('1', FILES), world())
    await promote(await shop.certify('2', OTHER), world())
    told = []
    expect((await look()).verdict).toBe('passed')
    await revoke({ certificate: '2/out/certificate.sigstore.json', reason: 'wrong labels' }, log, ports())
    expect((await look(true)).errors).toEqual([])
    expect(words()).toEqual([
      'look folder:production passed',
      'look folder:production failed',
      'demotion credit-default 1, certified true, again false',
    ])
  })

  it('that cannot be told is one thing that went wrong', async () => {
    failing = down
    const { verdict, errors } = await look()
    expect([verdict, exitCode(verdict, errors)]).toEqual(['passed', 4])
  })
})
