import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { gitLogBranch } from '../../src/git/git-log-branch.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { add, bytes, made } from '../log-branch/contract.ts'
import { aRemote, type Remote } from './a-remote.ts'

function hook(remote: Remote, name: string, script: string): void {
  const path = join(remote.path, 'hooks', name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

const open = (remote: string, options: object = {}) =>
  gitLogBranch({ remote, branch: 'proofmark-log' }, { root: temporaryFolder('root'), second: 1, ...options })

/** A server that answers everything with one status. */
async function serverOf(status: number): Promise<string> {
  const server: Server = createServer((_, response) => response.writeHead(status).end()).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port')
  return `127.0.0.1:${address.port}`
}

it.each([
  '',
  '-c',
  '--upload-pack=touch x',
  'ext::sh -c "touch x"',
  'fd::7',
  '::x',
  'git://example.com/x.git',
  'ftp://example.com/x.git',
  'ssh://-oProxyCommand=x/y',
  'file://elsewhere/x.git',
  'a\nb',
])('refuses the remote %j', remote => {
  expect(() => open(remote)).toThrow(expect.objectContaining({ code: 'git.remote', kind: 'input' }))
})

it.each(['-x', 'a..b', 'a.lock', '/a', 'a/', 'a b', '@', '', 'a//b', 'refs/heads/.x'])(
  'refuses the branch %j',
  branch => {
    expect(() => gitLogBranch({ remote: '.', branch }, { root: '/' })).toThrow(
      expect.objectContaining({ code: 'git.branch' }),
    )
  },
)

describe('a push', () => {
  it.each([
    ['was carried out', 'reference-transaction', '[ "$1" = committed ] && kill -9 $PPID; exit 0', true],
    ['was not carried out', 'pre-receive', 'kill -9 $PPID', false],
  ] as const)('is lost where the other end dies, and it %s', async (_, name, script, stands) => {
    const remote = aRemote()
    const branch = remote.open()
    const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
    hook(remote, name, script)

    expect(await branch.commit(first, add({ checkpoint: 'two' }))).toBe('lost')

    rmSync(join(remote.path, 'hooks', name))
    expect((await branch.head()) !== first).toBe(stands)
    expect(await remote.files()).toEqual({ checkpoint: bytes(stands ? 'two' : 'one') })
  })

  it('is lost where it takes too long, and nothing of it goes on', async () => {
    const remote = aRemote(undefined, { seconds: 2 })
    const branch = remote.open()
    const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
    hook(remote, 'pre-receive', 'sleep 8; touch went-on')
    const started = performance.now()

    expect(await branch.commit(first, add({ checkpoint: 'two' }))).toBe('lost')
    expect(performance.now() - started).toBeLessThan(7900)
    await new Promise(resolve => setTimeout(resolve, 6500))
    expect(existsSync(join(remote.path, 'went-on'))).toBe(false)
    expect(await branch.head()).toBe(first)
  })

  it('is refused by a rule of the server, in its words', async () => {
    const remote = aRemote()
    const branch = remote.open()
    hook(remote, 'pre-receive', 'echo "the branch is frozen" >&2; exit 1')

    await expect(branch.commit(undefined, add({ checkpoint: 'one' }))).rejects.toMatchObject({
      code: 'git.refused',
      kind: 'environment',
      message: `Expected to write to ${remote.path}@proofmark-log but the server refused it: pre-receive hook declined: the branch is frozen`,
    })
  })

  it('is a conflict while another one holds the branch, or was the same to the byte', async () => {
    const now = () => new Date('2026-11-23T06:00:00Z')
    const remote = aRemote(undefined, { now })
    const first = made(await remote.open().commit(undefined, add({ checkpoint: 'one' })))
    const lock = join(remote.path, 'refs/heads/proofmark-log.lock')
    writeFileSync(lock, '')
    expect(await remote.open().commit(first, add({ checkpoint: 'two' }))).toBe('conflict')
    rmSync(lock)

    expect(made(await remote.open().commit(first, add({ checkpoint: 'two' })))).toMatch(/^[0-9a-f]{40}$/)
    expect(await remote.open().commit(first, add({ checkpoint: 'two' }))).toBe('conflict')
    expect(remote.git('log', '-1', '--format=%an <%ae>, %cn <%ce>, %ct', 'proofmark-log')).toBe(
      'Proofmark <noreply@proofmark.dev>, Proofmark <noreply@proofmark.dev>, 1795413600',
    )
  })
})

it('says what is wrong with a remote', async () => {
  const unauthorized = await serverOf(401)
  const forbidden = await serverOf(403)
  const nowhere = `http://127.0.0.1:1/x.git`
  const absent = join(temporaryFolder('absent'), 'none.git')
  for (const [remote, code] of [
    [`http://user:secret-word@${unauthorized}/x.git`, 'git.access'],
    [`http://${forbidden}/x.git`, 'git.access'],
    [`http://${await serverOf(404)}/x.git`, 'git.no-repository'],
    [nowhere, 'git.unreachable'],
    [absent, 'git.no-repository'],
    [`http://${await serverOf(500)}/x.git`, 'git.failed'],
  ] as const) {
    const branch = open(remote)
    const error = await branch.head().catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code, kind: 'environment', message: expect.stringContaining(branch.name) })
    expect(`${error} ${branch.name}`).not.toContain('secret-word')
  }
})

it('says that a commit is gone', async () => {
  for (const remote of [aRemote(), aRemote(path => `file://${path}`)]) {
    made(await remote.open().commit(undefined, add({ checkpoint: 'one' })))
    for (const act of [
      () => remote.open().read('f'.repeat(40), 'checkpoint'),
      () => remote.open().list('f'.repeat(40)),
    ]) {
      const error = await act().catch((caught: unknown) => caught)
      expect(error).toMatchObject({ code: 'git.commit-gone', kind: 'environment' })
    }
  }
})

it('reads plain files only, and none that is too large', async () => {
  const remote = aRemote()
  const first = made(await remote.open().commit(undefined, add({ checkpoint: 'one' })))
  const link = execFileSync('git', ['-C', remote.path, 'hash-object', '-w', '--stdin'], { input: 'checkpoint' })
  const large = execFileSync('git', ['-C', remote.path, 'hash-object', '-w', '--stdin'], {
    input: Buffer.alloc(33 * 1024 * 1024),
  })
  const tree = execFileSync('git', ['-C', remote.path, 'mktree', '--missing'], {
    input: `120000 blob ${String(link).trim()}\tlink\n160000 commit ${first}\tmodule\n100644 blob ${String(large).trim()}\tlarge\n`,
  })
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com']
  const commit = remote.git(...identity, 'commit-tree', '-m', 'junk', String(tree).trim())
  remote.git('update-ref', 'refs/heads/proofmark-log', commit)

  const branch = remote.open()
  expect((await branch.list(commit)).toSorted()).toEqual(['large', 'link'])
  expect(await branch.read(commit, 'link')).toBeUndefined()
  expect(await branch.read(commit, 'module')).toBeUndefined()
  await expect(branch.read(commit, 'large')).rejects.toMatchObject({ code: 'git.too-large' })
})

describe("the user's own settings", () => {
  it('are asked how to reach a server, and for nothing else', async () => {
    const home = temporaryFolder('home')
    const hooks = join(home, 'hooks')
    mkdirSync(hooks)
    writeFileSync(join(hooks, 'pre-push'), `#!/bin/sh\ntouch ${home}/ran\nexit 1\n`)
    chmodSync(join(hooks, 'pre-push'), 0o755)
    const remote = aRemote()
    writeFileSync(
      join(home, '.gitconfig'),
      `[core]\n\thooksPath = ${hooks}\n[commit]\n\tgpgSign = true\n[push]\n\tgpgSign = true\n[user]\n\tname = Somebody\n[url "${remote.path}"]\n\tinsteadOf = work:log\n`,
    )
    const elsewhere = {
      GIT_DIR: '/nowhere',
      GIT_INDEX_FILE: '/nowhere',
      GIT_AUTHOR_NAME: 'Somebody',
      GIT_WORK_TREE: '/',
    }
    const branch = open('work:log', { env: { PATH: process.env.PATH, HOME: home, ...elsewhere } })

    const commit = made(await branch.commit(undefined, add({ checkpoint: 'one' })))

    expect(await branch.read(commit, 'checkpoint')).toEqual(bytes('one'))
    expect(remote.git('log', '-1', '--format=%an', 'proofmark-log')).toBe('Proofmark')
    expect(existsSync(join(home, 'ran'))).toBe(false)
  })

  it('may ask for an older protocol, by which a server shows only its branches', async () => {
    const remote = aRemote(path => `file://${path}`, {
      env: { ...process.env, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.version', GIT_CONFIG_VALUE_0: '0' },
    })
    const first = made(await remote.open().commit(undefined, add({ checkpoint: 'one' })))
    const second = made(await remote.open().commit(first, add({ checkpoint: 'two' })))

    expect(await remote.open().read(first, 'checkpoint')).toEqual(bytes('one'))
    expect(await remote.open().read(second, 'checkpoint')).toEqual(bytes('two'))
  })
})

it('reads from a server that hands out no single files', async () => {
  const remote = aRemote(path => `file://${path}`)
  remote.git('config', 'uploadpack.allowFilter', 'false')
  const first = made(await remote.open().commit(undefined, add({ checkpoint: 'one', 'tile/0/000': 'a' })))

  const branch = remote.open()
  expect(await branch.read(first, 'tile/0/000')).toEqual(bytes('a'))
  made(await branch.commit(first, { ...add({ checkpoint: 'two' }), deletions: ['tile/0/000'] }))
  expect(await remote.files()).toEqual({ checkpoint: bytes('two') })
})

it.each([(path: string) => path, (path: string) => `file://${path}`])(
  'continues a repository whose names are SHA-256',
  async address => {
    const remote = aRemote(address, { format: 'sha256' })
    const tree = execFileSync('git', ['-C', remote.path, 'mktree'], { input: '' }).toString().trim()
    const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com']
    const first = remote.git(...identity, 'commit-tree', '-m', 'Begin', tree)
    remote.git('update-ref', 'refs/heads/proofmark-log', first)
    const branch = remote.open()

    expect(await branch.head()).toBe(first)
    const second = made(await branch.commit(first, add({ checkpoint: 'one' })))
    expect(second).toMatch(/^[0-9a-f]{64}$/)
    expect(await remote.open().read(second, 'checkpoint')).toEqual(bytes('one'))
    expect(await branch.commit(first, add({ checkpoint: 'two' }))).toBe('conflict')
  },
)

it('pushes to no repository among the files that are checked, whose hooks would run', () => {
  const checkout = temporaryFolder('checkout')
  const root = join(checkout, 'models')
  for (const path of [join(checkout, '.git'), root, join(root, 'evil.git')]) mkdirSync(path)
  const outside = join(temporaryFolder('outside'), 'log.git')
  const refused = expect.objectContaining({
    code: 'git.in-checkout',
    message: `Expected the log's repository outside of what is checked out but found ${root}/evil.git in it`,
  })

  for (const remote of [
    'evil.git',
    './evil.git',
    '../models/evil.git',
    `${root}/evil.git`,
    `file://${root}/evil.git`,
  ]) {
    expect(() => open(remote, { root })).toThrow(refused)
  }
  expect(() => open(`${root}/evil.git`, { env: { GITHUB_WORKSPACE: checkout } })).toThrow(refused)
  const link = join(temporaryFolder('link'), 'log.git')
  symlinkSync(join(root, 'evil.git'), link)
  expect(() => open(link, { root })).toThrow(expect.objectContaining({ code: 'git.in-checkout' }))
  expect(open(outside, { root }).name).toBe(`${outside}@proofmark-log`)
  expect(open('..', { root }).name).toBe('..@proofmark-log')
})
