import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { demote } from '../../src/commands/demote.ts'
import { promote } from '../../src/commands/promote.ts'
import { promotionTargets } from '../../src/targets/promotion-targets.ts'
import { type Workshop, workshop } from '../harness/certified.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const NAME = 'tag:credit-default#prod'
const IDENTITY = {
  GIT_COMMITTER_NAME: 'Alice',
  GIT_COMMITTER_EMAIL: 'alice@example.com',
  GIT_AUTHOR_NAME: 'Alice',
  GIT_AUTHOR_EMAIL: 'alice@example.com',
}

let shop: Workshop
let remote: string
const git = (...words: string[]) =>
  execFileSync('git', words, { cwd: shop.root, encoding: 'utf8', env: { ...process.env, ...IDENTITY } })
const open = () => promotionTargets({ root: shop.root, environment: { ...process.env, ...IDENTITY } }).open(NAME)
const tags = () => execFileSync('git', ['tag', '--list'], { cwd: remote, encoding: 'utf8' }).trim().split('\n')

beforeEach(async () => {
  shop = await workshop()
  remote = temporaryFolder('remote')
  execFileSync('git', ['init', '--quiet', '--bare', remote])
  git('init', '--quiet')
  writeFileSync(join(shop.root, 'README.md'), 'models')
  git('add', 'README.md')
  git('commit', '--quiet', '--message', 'Begin')
  git('remote', 'add', 'origin', remote)
  git('push', '--quiet', 'origin', 'HEAD:main')
})

it('a stage is assigned on a plain git remote, by an annotated tag that GTO reads', async () => {
  const one = await shop.certify('1', { 'weights.bin': 'weights' })
  expect(await promote(one, shop.world(await open()))).toMatchObject({ outcome: 'promoted', verdict: 'passed' })
  expect(await promote(one, shop.world(await open()))).toMatchObject({ outcome: 'already-there' })
  expect(await demote({ back: 'nothing', reason: 'INC' }, shop.world(await open()))).toMatchObject({
    outcome: 'demoted',
  })
  expect(tags()).toEqual(['credit-default#prod!#2', 'credit-default#prod#1'])
  const tag = execFileSync('git', ['cat-file', 'tag', 'credit-default#prod#1'], { cwd: remote, encoding: 'utf8' })
  expect(tag).toContain(
    `object ${git('rev-parse', 'HEAD').trim()}\ntype commit\ntag credit-default#prod#1\ntagger Alice`,
  )
  expect(tag).toContain('\n\nAssign prod to credit-default 1\n\n{"at":"2026-12-01T06:00:00Z","by":"alice"')
})

it('of two that assign it at once, one wins', async () => {
  const one = await shop.certify('1', { 'weights.bin': 'weights' })
  const two = await shop.certify('2', { 'weights.bin': 'weights 2' })
  const [target, other] = [await open(), await open()]
  const done = await promote(
    one,
    shop.world({
      ...target,
      async point(pointer, expected) {
        await promote(two, shop.world(other, { by: 'bob' }))
        return target.point(pointer, expected)
      },
    }),
  )
  expect(done).toMatchObject({ outcome: 'conflict', verdict: 'inconclusive' })
  expect(done.steps.at(-1)?.reason).toMatch(/by bob$/)
  expect(tags()).toEqual(['credit-default#prod#1'])
})

it('a folder that is no repository is told so', async () => {
  const target = await promotionTargets({ root: temporaryFolder('empty'), environment: process.env }).open(NAME)
  await expect(target.current()).rejects.toMatchObject({ code: 'promotion.remote', kind: 'environment' })
})
