import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLock } from '../../../src/targets/lock/open-lock.ts'
import { type GitHub, startGitHub } from '../../harness/github.ts'

let github: GitHub
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(async () => {
  vi.useRealTimers()
  await github.close()
  expect(github.violations).toEqual([])
  expect(github.drift).toEqual([])
})
const MINUTE = 60_000

/** A lock whose seconds are of so many milliseconds: it waits for 120 of them. */
const open = (second = 50) =>
  openLock('mlflow:credit@champion', 'https://mlflow.acme.example credit@champion', undefined, {
    root: '.',
    environment: { GITHUB_RUN_ID: '7' },
    github: { token: github.token, apiUrl: github.url, repository: github.repository, commit: github.main, second },
  })
const REF = '/git/matching-refs/proofmark/locks'

it('a ref on GitHub is held by one at a time, and given back', async () => {
  const lock = await open()
  expect(lock.among).toBe(`promotes through ${github.repository} on GitHub`)
  let [inside, most] = [0, 0]
  const act = async () => {
    inside += 1
    most = Math.max(most, inside)
    const [held] = await github.read<{ ref: string }[]>(REF)
    await new Promise(resolve => setTimeout(resolve, 5))
    inside -= 1
    return held?.ref
  }
  const refs = await Promise.all([act, act, act].map(async one => (await open()).hold(one)))
  expect(most).toBe(1)
  expect(refs[0]).toMatch(/^refs\/proofmark\/locks\/https-mlflow-acme-example-credit-champion-[0-9a-f]{12}$/)
  expect(new Set(refs).size).toBe(1)
  expect(await github.read(REF)).toEqual([])
})

it('who waits too long is told who holds it, and how to take it away', async () => {
  const first = await open()
  await first.hold(async () => {
    const second = await open(1)
    await expect(second.hold(async () => 'never')).rejects.toMatchObject({
      code: 'promotion.locked',
      kind: 'environment',
      message: expect.stringMatching(/is held: the ref proofmark\/locks\/.* by run 7 since \d{4}-/),
      hint: expect.stringContaining(`gh api -X DELETE repos/${github.repository}/git/refs/proofmark/locks/`),
    })
  })
})

it('one that a run left behind is taken away once its time has ended', async () => {
  const left = await open()
  // Taken ten minutes ago, of which its end and what clocks may differ by are two: whoever comes now need not wait.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 10 * MINUTE })
  await left.hold(async () => {
    vi.useRealTimers()
    const [taken] = await github.read<{ ref: string; object: { sha: string } }[]>(REF)
    const second = await open()
    expect(await second.hold(async () => github.read<{ object: { sha: string } }[]>(REF))).toHaveLength(2)
    const refs = await github.read<{ ref: string }[]>(REF)
    expect(refs.map(({ ref }) => ref)).toEqual([`${taken?.ref}-ended-${taken?.object.sha.slice(0, 12)}`])
  })
  // What was taken from it is not given back by it.
  expect(await github.read(REF)).toHaveLength(1)
})

it('an answer that is lost is looked for, not waited for', async () => {
  github.faults.push({ operation: 'git/create-ref', dropResponse: true })
  expect(await (await open()).hold(async () => 'held')).toBe('held')
  expect(await github.read(REF)).toEqual([])
})

it('what is done under it and fails, fails, and the lock is given back', async () => {
  const lock = await open()
  await expect(lock.hold(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await github.read(REF)).toEqual([])
})
