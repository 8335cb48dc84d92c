import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import { promote } from '../../src/commands/promote.ts'
import { verify } from '../../src/commands/verify.ts'
import { compose } from '../../src/compose.ts'
import { MAX_BUNDLE_BYTES } from '../../src/core/record/statement/bundle.ts'
import type { PromotionTarget } from '../../src/ports/promotion-target.ts'
import { folder } from '../../src/targets/folder/folder.ts'
import { promotionTargets } from '../../src/targets/promotion-targets.ts'
import { evidence, settingsWith, subjectOf } from '../core/record/memory.ts'
import { aGitHub } from '../github/a-github.ts'
import { type Workshop, workshop } from '../harness/certified.ts'
import { connections } from '../harness/connections.ts'

const FILES = { 'config.json': '{}', 'weights.bin': 'weights' }
const quiet = { info() {}, warn() {}, progress() {}, done() {} }

let shop: Workshop
let target: PromotionTarget
beforeEach(async () => {
  shop = await workshop()
  target = folder('folder:production', 'production', { root: shop.root, environment: {} })
})
const write = (path: string, content: string) => writeFileSync(join(shop.root, path), content)

it('a green check run that somebody else posted promotes nothing: no check run is read', async () => {
  const github = await aGitHub()
  const one = await shop.certify('1', FILES)
  write('1/model/config.json', '{ }')
  const posted = await fetch(`${github.url}/repos/${github.repository}/check-runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${github.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Proofmark / gate',
      head_sha: github.main,
      status: 'completed',
      conclusion: 'success',
      output: { title: 'Certified', summary: 'Certified' },
    }),
  })
  expect(posted.status).toBe(201)
  const before = github.requests.length
  const deployment = await promotionTargets({
    root: shop.root,
    environment: {},
    github: { token: github.token, apiUrl: github.url, repository: github.repository, commit: github.main, second: 1 },
  }).open('deployment:production')
  expect(await promote(one, shop.world(deployment))).toMatchObject({ outcome: 'refused', verdict: 'failed' })
  write('1/model/config.json', '{}')
  expect(await promote(one, shop.world(deployment))).toMatchObject({ outcome: 'promoted' })
  const asked = github.requests.slice(before).map(({ operation }) => operation)
  expect(asked).toContain('repos/create-deployment')
  expect(asked.filter(operation => operation?.startsWith('checks/'))).toEqual([])
})

it('in private nothing connects to anybody: certifying by a key, verifying, promoting to a folder', async () => {
  let outcome = ''
  const peers = await connections(async () => {
    const one = await shop.certify('1', FILES)
    await verify({ ...one, key: 'proofmark.pub' }, compose(shop.root, quiet, {}))
    outcome = (await promote(one, shop.world(target))).outcome
  })
  expect(outcome).toBe('promoted')
  expect(peers).toEqual([])
})

describe('evidence that was swapped between two jobs', () => {
  const EVIDENCE = '1/out/data-validate.evidence.json'
  const settings = settingsWith({
    model: { name: 'credit-default', version: '1', files: ['1/model'] },
    policy: { require: ['data-validate'] },
  })
  const certify = () =>
    auditRecord(settings, { out: '1/out', privateKey: shop.keys.privateKey }, shop.ports('2026-11-23T06:00:00Z'))
  const check = { id: 'rows.enough', title: 'Enough rows', reason: 'Because' }

  it.each([
    ['for that of another model', () => evidence('data-validate', { subject: subjectOf({ '1/model/a': 'other' }) })],
    [
      'for that of another gate',
      () => evidence('security-scan', { subject: subjectOf({ '1/model/config.json': '{}' }) }),
    ],
    [
      'and whose verdict was changed alone',
      () => ({
        ...JSON.parse(readFileSync(join(shop.root, EVIDENCE), 'utf8')),
        checks: [{ ...check, status: 'fail' }],
        verdict: 'passed',
      }),
    ],
  ])('%s certifies nothing', async (_, swapped) => {
    await shop.certify('1', FILES)
    expect((await certify()).verdict).toBe('passed')
    write(EVIDENCE, JSON.stringify(swapped()))
    expect((await certify()).verdict).not.toBe('passed')
    expect(existsSync(join(shop.root, '1/out/certificate.sigstore.json'))).toBe(false)
  })

  it('after the certification is not what the certificate rests on', async () => {
    const one = await shop.certify('1', FILES)
    const asked = { ...one, key: 'proofmark.pub', evidence: '1/out' }
    expect((await verify(asked, shop.ports())).outcome).toBe('verified')
    write(EVIDENCE, readFileSync(join(shop.root, EVIDENCE), 'utf8').replace('1000 rows', '9000 rows'))
    expect((await verify(asked, shop.ports())).outcome).toBe('refused')
  })
})

describe('a certificate that is no certificate', () => {
  it('of 100 MB is not read: neither verified nor promoted, in the memory that a small one takes', async () => {
    const one = await shop.certify('1', FILES)
    const file = openSync(join(shop.root, one.certificate), 'w')
    ftruncateSync(file, 100 * 1024 * 1024)
    closeSync(file)
    const before = process.memoryUsage()
    const verified = await verify({ ...one, key: 'proofmark.pub' }, shop.ports())
    const after = process.memoryUsage()
    expect(verified).toMatchObject({ outcome: 'unverifiable', verdict: 'inconclusive' })
    expect(verified.steps).toMatchObject([{ id: 'bundle', status: 'inconclusive' }])
    const grown = after.external + after.arrayBuffers + after.heapUsed - before.external - before.heapUsed
    expect(grown - before.arrayBuffers).toBeLessThan(2 * MAX_BUNDLE_BYTES)
    await expect(promote(one, shop.world(target))).rejects.toMatchObject({ code: 'file.too-large' })
    expect(existsSync(join(shop.root, 'production/production.json'))).toBe(false)
  })

  it('cut short at any place verifies nothing and promotes nothing', async () => {
    const one = await shop.certify('1', FILES)
    const text = readFileSync(join(shop.root, one.certificate), 'utf8')
    for (let cut = 0; cut < text.length - 2; cut += 97) {
      write(one.certificate, text.slice(0, cut))
      expect(await promote(one, shop.world(target))).toMatchObject({
        outcome: 'unverifiable',
        verdict: 'inconclusive',
      })
    }
    expect(existsSync(join(shop.root, 'production/production.json'))).toBe(false)
  })
})
