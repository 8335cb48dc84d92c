import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Program } from '../../src/ports.ts'
import { localPrograms } from '../../src/programs/local-programs.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'programs-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const run = (script: string, more: Partial<Program> = {}) =>
  localPrograms(root).run({
    command: [process.execPath, '-e', script],
    folder: '.',
    seconds: 30,
    environment: [],
    ...more,
  })

it('runs in its folder and hands back how it ended and what it said', async () => {
  const end = await run(
    "require('fs').writeFileSync('here.txt', ''); console.log('out'); console.error('err'); process.exit(3)",
  )
  expect(end).toMatchObject({ exitCode: 3 })
  expect(end.output).toContain('out\n')
  expect(end.output).toContain('err\n')
  expect(existsSync(join(root, 'here.txt'))).toBe(true)
})

it('takes every word as it is, whatever a shell would make of it', async () => {
  const words = ['a b', '$HOME', '"q"', "it's", '*', '; rm -rf x', '']
  const { output } = await run('', {
    command: [process.execPath, '-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...words],
  })
  expect(JSON.parse(output)).toEqual(words)
})

it('tells a program of the environment only what is named', async () => {
  process.env.PROOFMARK_TEST_TOLD = 'told'
  process.env.PROOFMARK_TEST_SECRET = 'secret'
  try {
    const { output } = await run('console.log(JSON.stringify(process.env))', { environment: ['PROOFMARK_TEST_TOLD'] })
    expect(JSON.parse(output)).toMatchObject({ PROOFMARK_TEST_TOLD: 'told', PATH: process.env.PATH })
    expect(output).not.toContain('secret')
  } finally {
    delete process.env.PROOFMARK_TEST_TOLD
    delete process.env.PROOFMARK_TEST_SECRET
  }
})

it('says what cannot be started', async () => {
  const end = await run('', { command: ['no-such-program-anywhere'] })
  expect(end).toMatchObject({ cannotStart: expect.stringContaining('no-such-program-anywhere') })
})

describe('a program that goes on', () => {
  it('is ended after its time, with what it has started', async () => {
    // By a shell, which has begun in time on a busy machine too.
    const child = 'while :; do echo . >> alive.txt; sleep 0.02; done'
    const end = await run('', { command: ['sh', '-c', `(${child}) & echo started; wait`], seconds: 5 })
    expect(end).toMatchObject({ stopped: 5, output: 'started\n' })
    rmSync(join(root, 'alive.txt'))
    await sleep(200)
    expect(existsSync(join(root, 'alive.txt'))).toBe(false)
  })

  it('leaves nothing behind when it ends by itself', async () => {
    const child = `setInterval(() => require('fs').appendFileSync('alive.txt', '.'), 20)`
    const end = await run(
      `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore' }).unref(); process.exit(0)`,
    )
    expect(end).toMatchObject({ exitCode: 0 })
    await sleep(100)
    rmSync(join(root, 'alive.txt'), { force: true })
    await sleep(200)
    expect(existsSync(join(root, 'alive.txt'))).toBe(false)
  })
})
