import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UserError } from '../../src/core/user-error.ts'
import { lakefsClient } from '../../src/lakefs/client.ts'
import { connectionFrom } from '../../src/lakefs/connection.ts'
import { lakefsProbe } from '../../src/lakefs/lakefs-probe.ts'
import { lakefsSource } from '../../src/lakefs/lakefs-source.ts'
import { blockOf } from '../docs/block-of.ts'
import { wordsOf } from '../docs/words-of.ts'
import { runProgram } from '../harness/run-program.ts'
import { freePort } from '../harness/runner/free-port.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { type RealLakefs, realLakefs } from '../lakefs/real-lakefs.ts'

const TOKEN = 'a-token-of-lakefs-and-proofmark'
const HOOK_FILE = '_lakefs_actions/proofmark.yaml'
const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
const root = temporaryFolder('lakefs')
const before = { ...process.env }

let lakefs: RealLakefs
let port = 0
let hook: Hook
let hooks = ''

interface Hook {
  readonly child: ChildProcess
  said(): string
  /** Stops it as an operator would; gives the exit code. */
  stop(): Promise<number | null>
}

const serveHook = (token: string, ...flags: string[]) => serve(token, '--certificates', '.proofmark', ...flags)

/** Starts `proofmark serve-hook` on the port that lakeFS's hooks call. */
async function serve(token: string, ...flags: string[]): Promise<Hook> {
  const child = spawn(process.execPath, [MAIN, 'serve-hook', '--key', 'proofmark.pub', '--port', `${port}`, ...flags], {
    cwd: root,
    env: { ...before, ...lakefs.environment, PROOFMARK_HOOK_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  await new Promise<void>((done, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        said += chunk
        if (said.includes('listening on')) done()
      })
    child.once('exit', code => failed(new Error(`serve-hook ended with ${code}: ${said}`)))
  })
  return {
    child,
    said: () => said,
    stop: () =>
      new Promise(done => {
        child.once('exit', code => done(code))
        child.kill('SIGTERM')
      }),
  }
}

const upload = (branch: string, path: string, content: string) =>
  lakefs.ask('POST', `/repositories/loans/branches/${branch}/objects?path=${encodeURIComponent(path)}`, content)

async function commit(branch: string, files: Record<string, string>): Promise<string> {
  for (const [path, content] of Object.entries(files)) expect((await upload(branch, path, content)).status).toBe(201)
  const made = await lakefs.ask('POST', `/repositories/loans/branches/${branch}/commits`, { message: 'Change data' })
  expect(made.status, JSON.stringify(made.json)).toBe(201)
  return made.json.id ?? ''
}

const branchFrom = async (name: string, source = 'main') =>
  expect((await lakefs.ask('POST', '/repositories/loans/branches', { name, source })).status).toBe(201)

const merge = (from: string, into = 'main') =>
  lakefs.ask('POST', `/repositories/loans/refs/${from}/merge/${into}`, { message: 'Merge' })

/** The gate on what stands on a branch below data/. */
function gate(branch: string, connection: string, log = '') {
  writeFileSync(
    join(root, 'proofmark.yml'),
    `model: { name: credit, version: '1', files: [model] }
data: { files: ['lakefs://loans/${branch}/data/'], contract: contract.yaml }
policy: { require: [data-validate] }
record: { key: proofmark.key${log} }
connections: { lakefs: ${connection} }
`,
  )
  return runProgram(root, ['gate'])
}

const HOOKED = `{ hooks: [{ repository: loans, file: hooks.yaml }] }`

const rows = (from: number) =>
  `id,income\n${Array.from({ length: 50 }, (_, i) => `${from + i},${1000 + i}`).join('\n')}\n`

beforeAll(async () => {
  lakefs = await realLakefs(join(root, 'lakefs'), TOKEN)
  Object.assign(process.env, lakefs.environment)
  port = await freePort()
  hooks = blockOf('docs/lakefs.md', '# _lakefs_actions/proofmark.yaml', { 8470: `${port}` })
  writeFileSync(join(root, 'hooks.yaml'), hooks)
  writeFileSync(join(root, 'model'), 'weights')
  writeFileSync(
    join(root, 'contract.yaml'),
    `apiVersion: v3.1.0
kind: DataContract
id: loans
version: 1.0.0
status: active
schema:
  - name: loans
    properties:
      - { name: id, logicalType: integer, required: true, unique: true }
      - { name: income, logicalType: integer, required: true }
`,
  )
  expect((await runProgram(root, ['keygen'])).code).toBe(0)
  expect(
    (
      await lakefs.ask('POST', '/repositories', {
        name: 'loans',
        storage_namespace: 'local://loans',
        default_branch: 'main',
      })
    ).status,
  ).toBe(201)
  await commit('main', { [HOOK_FILE]: hooks, 'README.md': 'Loans' })
  hook = await serveHook(TOKEN)
})

afterAll(async () => {
  hook?.child.kill('SIGKILL')
  await lakefs?.close()
  for (const name of Object.keys(lakefs?.environment ?? {})) delete process.env[name]
})

test('data is read at the commit that a branch names, merged only once certified, and marked by a tag that cannot move', async () => {
  const client = lakefsClient(connectionFrom(lakefs.environment))
  const version = await client.version()
  console.log(`lakeFS ${version}`)
  expect(version).toBe('1.84.0')

  await branchFrom('feature')
  const certified = await commit('feature', { 'data/loans.csv': rows(1) })
  const refused = await merge('feature')
  expect(refused.status).toBe(412)
  expect(refused.json.message).toContain('pre-merge')

  const ran = await gate('feature', HOOKED)
  expect(ran.code, ran.said).toBe(0)
  const evidence = JSON.parse(readFileSync(join(root, '.proofmark/data-validate.evidence.json'), 'utf8'))
  const csv = rows(1)
  expect(evidence.materials.find(({ role }: { role: string }) => role === 'data')).toMatchObject({
    name: 'lakefs://loans/feature/data/loans.csv',
    digest: { sha256: createHash('sha256').update(csv).digest('hex') },
    origin: { kind: 'lakefs', pinned: `lakefs://loans/${certified}/data/loans.csv` },
  })

  const certificate = createHash('sha256')
    .update(readFileSync(join(root, '.proofmark/certificate.sigstore.json')))
    .digest('hex')
  const tag = `certified-${certificate.slice(0, 16)}`
  expect((await lakefs.ask('GET', `/repositories/loans/tags/${tag}`)).json.commit_id).toBe(certified)
  expect((await lakefs.ask('POST', '/repositories/loans/tags', { id: tag, ref: certified })).status).toBe(409)

  expect(await client.diff('loans', 'main', 'feature')).toEqual([{ path: 'data/loans.csv', type: 'added' }])
  const allowed = await merge('feature')
  expect(allowed.status, `${JSON.stringify(allowed.json)}\n${hook.said()}`).toBe(200)
  expect((await client.list('loans', 'main', 'data/')).map(({ path }) => path)).toEqual(['data/loans.csv'])
  await expect
    .poll(() => hook.said())
    .toMatch(/ 412 [\d.]+ ms pre-merge loans feature into main: Expected a certificate that covers commit/)
  await expect
    .poll(() => hook.said())
    .toMatch(/ 200 [\d.]+ ms pre-merge loans feature into main: Commit \w{12} is covered by certificate/)
})

test('what changed in the data since the certificate before is told with the decision', async () => {
  const { json } = await lakefs.ask('GET', '/repositories/loans/branches/feature')
  const before = json.commit_id ?? ''
  copyFileSync(join(root, '.proofmark/certificate.sigstore.json'), join(root, 'before.json'))
  await branchFrom('second', 'feature')
  const files = { 'data/loans.csv': rows(10_000), 'data/more.csv': rows(20_000), 'notes.md': 'No gate reads this' }
  const now = await commit('second', files)
  const ran = await gate('second', '{ tag: false }', ', supersedes: before.json')
  expect(ran.code, ran.said).toBe(0)
  const commits = { '5f6c8a01b2d4': before.slice(0, 12), '0b9d7e6a1c35': now.slice(0, 12) }
  expect(ran.said).toContain(blockOf('docs/lakefs.md', 'Data of lakefs', commits))
})

test('the reason is in what lakeFS keeps of the run', async () => {
  await branchFrom('unseen')
  await commit('unseen', { 'data/more.csv': rows(100) })
  const refused = await merge('unseen')
  expect(refused.status).toBe(412)
  const runs = await lakefs.ask('GET', '/repositories/loans/actions/runs?amount=20')
  const outputs = await Promise.all(
    (runs.json.results ?? []).map(async run => {
      const id = 'run_id' in run ? String(run.run_id) : ''
      const response = await fetch(`${lakefs.url}/api/v1/repositories/loans/actions/runs/${id}/hooks`, {
        headers: { authorization: connectionFrom(lakefs.environment).authorization },
      })
      const { results } = (await response.json()) as { results: { hook_run_id: string }[] }
      const output = await fetch(
        `${lakefs.url}/api/v1/repositories/loans/actions/runs/${id}/hooks/${results[0]?.hook_run_id}/output`,
        { headers: { authorization: connectionFrom(lakefs.environment).authorization } },
      )
      return output.text()
    }),
  )
  expect(outputs.join('\n')).toContain('Expected a certificate that covers commit')
})

test('metadata is put on a commit without changes, whose content is still the certified one', async () => {
  await branchFrom('told')
  const head = await commit('told', { 'data/loans.csv': rows(500) })
  const ran = await gate('told', '{ tag: true, commit: true }')
  expect(ran.code, ran.said).toBe(0)
  const { json } = await lakefs.ask('GET', '/repositories/loans/commits/told')
  expect(json.metadata).toMatchObject({ 'proofmark.commit': head, 'proofmark.model': 'credit 1' })
  expect(json.id).not.toBe(head)
  expect((await merge('told')).status).toBe(200)
})

test('with --path, as docs/lakefs.md has it, every object of what would come of the merge must be certified', async () => {
  expect(await hook.stop()).toBe(0)
  const here = {
    'PROOFMARK_HOOK_TOKEN=… proofmark serve-hook': '',
    'certificates/': '.proofmark',
    '--key proofmark.pub': '',
  }
  hook = await serve(TOKEN, ...wordsOf(blockOf('docs/lakefs.md', 'PROOFMARK_HOOK_TOKEN', here)))
  await branchFrom('partly')
  await commit('partly', { 'data/loans.csv': rows(900), 'data/extra.csv': rows(1900) })
  writeFileSync(join(root, 'contract.yaml'), readFileSync(join(root, 'contract.yaml')))
  const ran = await gate('partly', '{ tag: false }')
  expect(ran.code, ran.said).toBe(0)
  await branchFrom('sneaky', 'partly')
  await commit('sneaky', { 'data/unread.csv': rows(3000) })
  const refused = await merge('sneaky')
  expect(refused.status).toBe(412)
  await expect.poll(() => hook.said()).toMatch(/found 1 of 3 that are not: data\/unread\.csv/)
  await commit('main', { 'notes.md': 'Main moves on' })
  expect((await merge('partly')).status, hook.said()).toBe(200)
})

test('another token is refused, by the hook and so by lakeFS, and the answers take milliseconds', async () => {
  const post = (token: string, body: object) =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await post('another-token-of-some-length', {})).status).toBe(401)
  expect(await hook.stop()).toBe(0)
  hook = await serveHook(TOKEN)
  const commitId = JSON.parse(readFileSync(join(root, '.proofmark/data-validate.evidence.json'), 'utf8'))
    .materials.find(({ role }: { role: string }) => role === 'data')
    .origin.pinned.split('/')[3]
  const times: number[] = []
  for (let i = 0; i < 300; i++) {
    const start = performance.now()
    const answer = await post(TOKEN, {
      event_type: 'pre-merge',
      repository_id: 'loans',
      source_ref: commitId,
      branch_id: 'main',
    })
    await answer.text()
    times.push(performance.now() - start)
    expect(answer.status).toBe(200)
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN
  console.log(`answers of serve-hook: median ${times[150]?.toFixed(1)} ms, 95 of 100 within ${p95.toFixed(1)} ms`)
  expect(p95).toBeLessThan(100)

  expect(await hook.stop()).toBe(0)
  hook = await serveHook('the-token-of-somebody-else')
  await branchFrom('mistaken')
  await commit('mistaken', { 'data/loans.csv': rows(5000) })
  expect((await merge('mistaken')).status).toBe(412)
  await expect.poll(() => hook.said()).toContain(' 401 ')
})

test('certificates in a branch of git that keeps the log are answered from, and those that it revokes are not', async () => {
  expect(await hook.stop()).toBe(0)
  execFileSync('git', ['init', '--quiet', '--bare', join(root, 'log.git')])
  const begun = await runProgram(root, ['log', 'init', '--remote', 'log.git'])
  expect(begun.code, begun.said).toBe(0)
  const verifierKey = /verifier-key: ["']?([^"'\s]+)/.exec(begun.said)?.[1] ?? ''
  const log = ['--remote', 'log.git', '--verifier-key', verifierKey]
  hook = await serve(TOKEN, ...log)
  expect(hook.said()).toContain(', 0 certificates')

  await branchFrom('logged')
  await commit('logged', { 'data/loans.csv': rows(6000) })
  expect((await merge('logged')).status).toBe(412)
  const where = `, log: { remote: log.git, verifier-key: "${verifierKey}", key: proofmark-log.key }`
  const ran = await gate('logged', HOOKED, where)
  expect(ran.code, ran.said).toBe(0)
  // The log is read again at once, since nothing that was known covers what is asked.
  expect((await merge('logged')).status, hook.said()).toBe(200)

  const revoking = ['revoke', '.proofmark/certificate.sigstore.json', '--reason', 'wrong rows', '--by', 'ada']
  const revoked = await runProgram(root, [...revoking, ...log, '--log-key', 'proofmark-log.key'])
  expect(revoked.code, revoked.said).toBe(0)
  expect(await hook.stop()).toBe(0)
  hook = await serve(TOKEN, ...log)
  const tagged = await lakefs.ask('POST', '/repositories/loans/tags', { id: 'release-6', ref: 'logged' })
  expect(tagged.status, hook.said()).toBe(412)
  expect(hook.said()).toMatch(/not counted: sha256:\w+: .*revoked/)
})

test('a hook that was taken off the source branch lets a merge through, and is found missing', async () => {
  expect(await hook.stop()).toBe(0)
  hook = await serveHook(TOKEN)
  const settings = {
    tag: true,
    commit: false,
    hooks: [{ repository: 'loans', branch: 'main', path: HOOK_FILE, file: 'hooks.yaml' }],
  }
  const probe = lakefsProbe(settings, { root, environment: lakefs.environment })
  expect((await probe.ask()).map(({ asked, status }) => `${asked}: ${status}`)).toEqual([
    'credentials: ok',
    'hooks of loans: ok',
    'protection of loans: warn',
  ])
  await branchFrom('bypass')
  expect(
    (await lakefs.ask('DELETE', `/repositories/loans/branches/bypass/objects?path=${encodeURIComponent(HOOK_FILE)}`))
      .status,
  ).toBe(204)
  await commit('bypass', { 'data/loans.csv': rows(7000) })
  const ran = await gate('bypass', HOOKED)
  expect(ran.code, ran.said).toBe(1)
  expect(ran.said).toContain('merges from there are checked by nobody')
  expect(existsSync(join(root, '.proofmark/certificate.sigstore.json'))).toBe(false)

  // What lakeFS does, so that nobody relies on the hook alone.
  expect((await merge('bypass')).status).toBe(200)
  const [, found] = await probe.ask()
  expect(found).toMatchObject({ status: 'fail', found: expect.stringContaining(`lakefs://loans/main/${HOOK_FILE}`) })
})

test('what cannot be read is said in a sentence', async () => {
  const source = lakefsSource(lakefs.environment, 10)
  const failure = async (path: string, environment: Record<string, string> = lakefs.environment) => {
    try {
      await lakefsSource(environment, 10).find(path)
    } catch (error) {
      if (error instanceof UserError) return `${error.code} ${error.kind}: ${error.message}`
      throw error
    }
    return 'found'
  }
  await upload('main', 'data/uncommitted.csv', rows(1))
  expect(await failure('lakefs://loans/main/data/uncommitted.csv')).toMatch(
    /^lakefs\.no-file input: Expected files at .* found none in commit/,
  )
  expect(await failure('lakefs://loans/nowhere/data/loans.csv')).toMatch(
    /^lakefs\.missing environment: .*404.*commit not found/,
  )
  expect(await failure('lakefs://nothing/main/data/loans.csv')).toMatch(/repository not found/)
  expect(await failure('lakefs://loans')).toMatch(/^lakefs\.form input/)
  expect(await failure('lakefs://loans/main/x', { ...lakefs.environment, LAKEFS_SECRET_ACCESS_KEY: 'wrong' })).toMatch(
    /^lakefs\.credentials environment: .*401/,
  )
  const [file] = (await source.find('lakefs://loans/main/data/loans.csv')) ?? []
  const part = await file?.read(3)
  expect(part?.from).toBe(3)
  expect(await new Response(ReadableStream.from(part?.bytes ?? [])).text()).toBe(rows(7000).slice(3))
})
