import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demote } from '../../src/commands/demote.ts'
import { promote } from '../../src/commands/promote.ts'
import type { PromotionTarget } from '../../src/ports/promotion-target.ts'
import { promotionTargets } from '../../src/targets/promotion-targets.ts'
import { type Workshop, workshop } from '../harness/certified.ts'
import { type GitHub, startGitHub } from '../harness/github.ts'
import { memoryLog } from '../harness/memory-log.ts'

const FILES = { 'config.json': '{}', 'weights.bin': 'weights' }
const OTHER = { 'config.json': '2', 'weights.bin': 'weights 2' }

let github: GitHub
let shop: Workshop
beforeEach(async () => {
  ;[github, shop] = await Promise.all([startGitHub(), workshop()])
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
  expect(github.drift).toEqual([])
})
const open = (name: string, token = github.token): Promise<PromotionTarget> =>
  promotionTargets({
    root: shop.root,
    environment: {},
    github: { token, apiUrl: github.url, repository: github.repository, commit: github.main, second: 1 },
  }).open(name)
const to = async (name: string) => {
  const { pointer } = await (await open(name)).current()
  return pointer === undefined ? undefined : (JSON.parse(pointer).to?.name ?? null)
}

/** A target at which somebody else points production elsewhere just before we do. */
function overtaken(target: PromotionTarget, by: () => Promise<unknown>): PromotionTarget {
  return {
    ...target,
    async point(pointer, expected) {
      await by()
      return target.point(pointer, expected)
    },
  }
}

describe('a stage in GTO’s tags', () => {
  const STAGE = 'tag:credit-default#prod'
  const tags = async () =>
    (await github.read<{ ref: string }[]>('/git/matching-refs/tags')).map(({ ref }) => ref.slice('refs/tags/'.length))

  it('is assigned, assigned anew, and taken away', async () => {
    const log = memoryLog()
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    const first = await promote(one, shop.world(await open(STAGE), { recordLog: log }))
    expect(first).toMatchObject({ outcome: 'promoted', verdict: 'passed' })
    expect(first.steps.find(({ id }) => id === 'stored')?.reason).toContain('keeps no bytes of the model')
    expect(await promote(one, shop.world(await open(STAGE)))).toMatchObject({ outcome: 'already-there' })
    expect(await promote(two, shop.world(await open(STAGE), { recordLog: log }))).toMatchObject({ outcome: 'promoted' })
    expect(await demote({ back: 'nothing', reason: 'INC' }, shop.world(await open(STAGE)))).toMatchObject({
      outcome: 'demoted',
    })
    expect(await tags()).toEqual(['credit-default#prod!#3', 'credit-default#prod#1', 'credit-default#prod#2'])
    expect(await to(STAGE)).toBeNull()
    expect(await promote(one, shop.world(await open(STAGE)))).toMatchObject({ outcome: 'promoted' })
    expect(await tags()).toContain('credit-default#prod#4')
    const { object } = await github.read<{ object: { sha: string } }>(
      '/git/ref/tags/credit-default%23prod%231'.replaceAll('%2F', '/'),
    )
    const tag = await github.read<{ message: string; object: { sha: string } }>(`/git/tags/${object.sha}`)
    expect(tag.object.sha).toBe(github.main)
    expect(tag.message).toMatch(/^Assign prod to credit-default 1\n\n\{"at":"2026-12-01T06:00:00Z",/)
  })

  it('is won by one of two', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    const other = await open(STAGE)
    const racing = overtaken(await open(STAGE), () => promote(two, shop.world(other, { by: 'bob' })))
    const done = await promote(one, shop.world(racing))
    expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(done.steps.at(-1)?.reason).toMatch(/somebody was faster: it points at credit-default 2 .*, by bob$/)
    expect(await to(STAGE)).toBe('credit-default 2')
  })

  it('that is assigned while it is taken away stays where it was', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    await promote(one, shop.world(await open(STAGE)))
    const other = await open(STAGE)
    const racing = overtaken(await open(STAGE), () => promote(two, shop.world(other)))
    expect(await demote({ back: 'nothing', reason: 'INC' }, shop.world(racing))).toMatchObject({ outcome: 'conflict' })
    expect(await tags()).toEqual(['credit-default#prod#1', 'credit-default#prod#2'])
  })

  it('is assigned once though the answer is lost', async () => {
    github.faults.push({ operation: 'git/create-ref', dropResponse: true })
    const done = await promote(await shop.certify('1', FILES), shop.world(await open(STAGE)))
    expect(done).toMatchObject({ outcome: 'promoted' })
    expect(await tags()).toEqual(['credit-default#prod#1'])
  })

  it('that somebody else’s tag holds stops the promotion', async () => {
    await github.tag('credit-default#prod#7', github.main)
    expect(await promote(await shop.certify('1', FILES), shop.world(await open(STAGE)))).toMatchObject({
      outcome: 'conflict',
      verdict: 'inconclusive',
    })
  })
})

describe('a deployment', () => {
  const PRODUCTION = 'deployment:production'
  interface Status {
    state: string
    description: string
  }

  it('carries the pointer, and is bound to a commit', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    const done = await promote(one, shop.world(await open(PRODUCTION)))
    expect(done).toMatchObject({ outcome: 'promoted', verdict: 'passed' })
    expect(done.steps.find(({ id }) => id === 'stored')?.reason).toContain('bound to a commit')
    expect(await promote(one, shop.world(await open(PRODUCTION)))).toMatchObject({ outcome: 'already-there' })
    expect(await promote(two, shop.world(await open(PRODUCTION)))).toMatchObject({ outcome: 'promoted' })
    expect(await to(PRODUCTION)).toBe('credit-default 2')
    const created = github.requests.filter(({ operation }) => operation === 'repos/create-deployment')
    expect(created[0]?.body).toMatchObject({
      ref: github.main,
      auto_merge: false,
      required_contexts: [],
      environment: 'production',
    })
    const status = github.requests.find(({ operation }) => operation === 'repos/create-deployment-status')?.body
    expect(status).toMatchObject({
      state: 'success',
      description: `Model ${done.pointer?.to?.id.slice(0, 16)}… by certificate sha256:${done.pointer?.to?.certificate}`,
      log_url: 'https://github.com/acme/credit/actions/runs/7',
    })
  })

  it('is won by the first of two', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    const other = await open(PRODUCTION)
    const racing = overtaken(await open(PRODUCTION), () => promote(two, shop.world(other, { by: 'bob' })))
    expect(await promote(one, shop.world(racing))).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
    expect(await to(PRODUCTION)).toBe('credit-default 2')
  })

  it('of many at once is won by one', async () => {
    const model = await shop.certify('1', FILES)
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, async () => (await promote(model, shop.world(await open(PRODUCTION)))).outcome),
    )
    expect(outcomes.filter(outcome => outcome === 'promoted')).toHaveLength(1)
    expect(new Set(outcomes)).toEqual(new Set(['promoted', 'conflict']))
    const states = github.requests
      .filter(({ operation }) => operation === 'repos/create-deployment-status')
      .map(({ body }) => (body as Status).state)
    expect(states.filter(state => state === 'success')).toHaveLength(1)
  })

  it('is made once though the answers are lost', async () => {
    github.faults.push(
      { operation: 'repos/create-deployment', dropResponse: true },
      { operation: 'repos/create-deployment-status', dropResponse: true },
    )
    expect(await promote(await shop.certify('1', FILES), shop.world(await open(PRODUCTION)))).toMatchObject({
      outcome: 'promoted',
    })
    expect(await github.requests.filter(({ operation }) => operation === 'repos/create-deployment')).toHaveLength(1)
  })

  it('needs deployments: write, and says so', async () => {
    const token = github.issueToken({ contents: 'write', deployments: 'read' })
    await expect(
      promote(await shop.certify('1', FILES), shop.world(await open(PRODUCTION, token))),
    ).rejects.toMatchObject({ code: 'github.permission', message: expect.stringContaining('deployments: write') })
  })
})

describe('a release', () => {
  const RELEASE = 'release:v3'
  const published = () => github.read<{ tag_name: string; draft: boolean; assets: { name: string }[] }[]>('/releases')

  it('is published once, with the model, its record and the pointer', async () => {
    const log = memoryLog()
    const one = await shop.certify('1', FILES)
    const done = await promote(one, shop.world(await open(RELEASE), { recordLog: log }))
    expect(done).toMatchObject({ outcome: 'promoted', verdict: 'passed' })
    const [release] = await published()
    expect(release).toMatchObject({ tag_name: 'v3', draft: false })
    expect(release?.assets.map(({ name }) => name).toSorted()).toEqual([
      '1--model--config.json',
      '1--model--weights.bin',
      'SHA256SUMS',
      'certificate.sigstore.json',
      'promotion.json',
    ])
    expect(await promote(one, shop.world(await open(RELEASE), { recordLog: log }))).toMatchObject({
      outcome: 'already-there',
      verdict: 'passed',
    })
    const two = await shop.certify('2', OTHER)
    await expect(promote(two, shop.world(await open(RELEASE)))).rejects.toMatchObject({
      code: 'promotion.release-exists',
    })
    await expect(demote({ back: 'nothing', reason: 'INC' }, shop.world(await open(RELEASE)))).rejects.toMatchObject({
      code: 'promotion.published',
    })
    expect(log.leaves).toHaveLength(1)
  })

  it('of the record alone has no bytes of the model', async () => {
    const done = await promote(await shop.certify('1', FILES), shop.world(await open('release:v3?record')))
    expect(done.steps.find(({ id }) => id === 'stored')?.reason).toContain('record of the model only')
    expect((await published())[0]?.assets.map(({ name }) => name).toSorted()).toEqual([
      'SHA256SUMS',
      'certificate.sigstore.json',
      'promotion.json',
    ])
  })

  it('whose tag somebody else has taken meanwhile is not published, and leaves nothing', async () => {
    const racing = overtaken(await open(RELEASE), () => github.tag('v3', github.main))
    expect(await promote(await shop.certify('1', FILES), shop.world(racing))).toMatchObject({
      outcome: 'conflict',
      verdict: 'inconclusive',
    })
    expect(await published()).toEqual([])
  })

  it('of which a draft stands already is refused', async () => {
    const [one, two] = [await shop.certify('1', FILES), await shop.certify('2', OTHER)]
    const other = await open(RELEASE)
    const racing = overtaken(await open(RELEASE), async () =>
      expect(promote(two, shop.world(other))).rejects.toMatchObject({ code: 'promotion.release-exists' }),
    )
    expect(await promote(one, shop.world(racing))).toMatchObject({ outcome: 'promoted' })
    expect(await published()).toHaveLength(1)
  })

  it('whose upload was swapped is not published', async () => {
    const target = await open(RELEASE)
    const swapped: PromotionTarget = {
      ...target,
      stored: async id => new Map([...((await target.stored(id)) ?? [])].map(([name]) => [name, '0'.repeat(64)])),
    }
    expect(await promote(await shop.certify('1', FILES), shop.world(swapped))).toMatchObject({
      outcome: 'refused',
      verdict: 'failed',
    })
    expect((await published()).filter(({ draft }) => !draft)).toEqual([])
  })

  it('refuses names that GitHub would change', async () => {
    const one = await shop.certify('1', { 'weights (final).bin': 'weights' })
    await expect(promote(one, shop.world(await open(RELEASE)))).rejects.toMatchObject({ code: 'promotion.asset-name' })
    expect(await published()).toEqual([])
  })
})

it('without a token says what is missing', async () => {
  const targets = promotionTargets({ root: shop.root, environment: {} })
  await expect(targets.open('deployment:production')).rejects.toMatchObject({ code: 'promotion.no-github' })
})
