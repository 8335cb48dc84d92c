import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockName } from '../../../src/targets/lock/lock-name.ts'
import { openLock } from '../../../src/targets/lock/open-lock.ts'
import { temporaryFolder } from '../../harness/runner/temporary-folder.ts'

const open = (root: string, kind?: 'file') =>
  openLock('mlflow:credit@champion', `http://localhost credit@champion ${root}`, kind, {
    root,
    environment: process.env,
  })

/** Two clones of one repository, none of which has a commit or an author. */
function clones() {
  const root = temporaryFolder('clones')
  execFileSync('git', ['init', '--quiet', '--bare', join(root, 'origin')])
  const made = ['a', 'b'].map(name => {
    const clone = join(root, name)
    execFileSync('git', ['init', '--quiet', clone])
    execFileSync('git', ['-C', clone, 'remote', 'add', 'origin', join(root, 'origin')])
    return clone
  })
  const refs = () => execFileSync('git', ['ls-remote', join(root, 'origin')], { encoding: 'utf8' })
  return { root, clones: made, refs }
}

it('a ref of the remote origin is held by one at a time, whichever clone it is held from', async () => {
  const { root, clones: made, refs } = clones()
  let [inside, most] = [0, 0]
  const act = async () => {
    inside += 1
    most = Math.max(most, inside)
    const held = refs()
    inside -= 1
    return held
  }
  const locks = await Promise.all(
    [...made, ...made].map(clone =>
      openLock('mlflow:credit@champion', 'one lock', undefined, { root: clone, environment: process.env }),
    ),
  )
  const held = await Promise.all(locks.map(lock => lock.hold(act)))
  expect(most).toBe(1)
  expect(held[0]).toMatch(/^[0-9a-f]{40}\trefs\/proofmark\/locks\/one-lock-[0-9a-f]{12}\n$/)
  expect(locks[0]?.among).toBe(`promotes from clones of ${join(root, 'origin')}`)
  expect(refs()).toBe('')
})

it('outside of a repository with such a remote it is a file, and so it is where that is asked for', async () => {
  const { clones: made, refs } = clones()
  const outside = join(temporaryFolder('outside'), 'x')
  mkdirSync(outside)
  for (const lock of [await open(outside), await open(made[0] ?? '', 'file')]) {
    expect(lock.among).toBe('promotes as the same user on this machine')
    expect(await lock.hold(async () => refs())).toBe('')
  }
  const order: string[] = []
  await Promise.all(
    ['a', 'b', 'c'].map(async name =>
      (await open(outside)).hold(async () => {
        order.push(`${name} in`)
        await new Promise(resolve => setTimeout(resolve, 20))
        order.push(`${name} out`)
      }),
    ),
  )
  expect(order.filter((_, n) => n % 2 === 0).map(one => one.replace('in', 'out'))).toEqual(
    order.filter((_, n) => n % 2 === 1),
  )
})

const lease = (minutes: number) =>
  `process 7 since 2026-11-30T06:00:00.000Z until ${new Date(Date.now() + minutes * 60_000).toISOString()}`

it('a ref that a run left behind is taken away once its time has ended, and no sooner', async () => {
  const { clones: made, refs } = clones()
  const [clone = '', other = ''] = made
  const lock = await open(clone)
  const left = (minutes: number) => {
    const name = lockName(`http://localhost credit@champion ${clone}`)
    const blob = execFileSync('git', ['-C', other, 'hash-object', '-w', '--stdin'], { input: `${lease(minutes)}\n` })
    const ref = `refs/proofmark/locks/${name}`
    execFileSync('git', ['-C', other, 'push', '--quiet', 'origin', `${blob.toString().trim()}:${ref}`])
    return ref
  }
  left(-6)
  expect(await lock.hold(async () => refs())).toMatch(/refs\/proofmark\/locks\//)
  expect(refs()).toBe('')

  const ref = left(-4)
  let held = false
  const waiting = lock.hold(async () => {
    held = true
  })
  await new Promise(resolve => setTimeout(resolve, 1500))
  expect(held).toBe(false)
  execFileSync('git', ['-C', other, 'push', '--quiet', 'origin', `:${ref}`])
  await waiting
  expect(held).toBe(true)
})

it.each([
  ['', false],
  [', though a run was killed as it took it away', true],
])('a file that a run left behind is taken away by one of those who wait%s', async (_, killed) => {
  const outside = temporaryFolder('outside')
  const name = lockName(`http://localhost credit@champion ${outside}`)
  const folder = join(tmpdir(), `proofmark-locks-${userInfo().username.replace(/\W/g, '_')}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, `${name}.lock`), `${lease(-6)} some-mark\n`)
  if (killed) {
    const gone = spawnSync('true')
    const breaking = join(folder, `${name}.lock.ended`)
    writeFileSync(breaking, `${gone.pid}\n`)
    utimesSync(breaking, new Date(), new Date(Date.now() - 61_000))
  }
  let [inside, most, times] = [0, 0, 0]
  const act = async () => {
    inside += 1
    times += 1
    most = Math.max(most, inside)
    await new Promise(resolve => setTimeout(resolve, 20))
    inside -= 1
  }
  await Promise.all([1, 2, 3].map(async () => (await open(outside)).hold(act)))
  expect([most, times]).toEqual([1, 3])
  expect(readdirSync(folder).filter(file => file.startsWith(name))).toEqual([])
})

it('a remote that cannot be written to is said to be so', async () => {
  const { clones: made } = clones()
  const [clone = ''] = made
  execFileSync('git', ['-C', clone, 'remote', 'set-url', 'origin', join(clone, 'no-such-repository')])
  await expect((await open(clone)).hold(async () => 'never')).rejects.toMatchObject({ kind: 'environment' })
})
