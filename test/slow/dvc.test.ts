import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeDirObject } from '../../src/core/dvc/dir-object.ts'
import type { Evidence } from '../../src/core/evidence.ts'
import { gtoTag, readGtoTag } from '../../src/core/record/promotion/gto-tag.ts'
import { allSources } from '../../src/sources/all-sources.ts'
import { blockOf } from '../docs/block-of.ts'
import { matching } from '../docs/matching.ts'
import { shell } from '../docs/sessions.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { told } from '../probes/told.ts'
import { type Moto, startMoto } from '../targets/moto.ts'

const BIN = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-dvc/bin')
const BUCKET = 'dvc-of-acme'

let moto: Moto
let web: Server
let made: string
let store: string
let address: string
const asked: string[] = []

beforeAll(async () => {
  if (!existsSync(join(BIN, 'dvc'))) throw new Error('Run scripts/get-dvc.sh first')
  moto = await startMoto()
  process.env.PROOFMARK_CACHE = temporaryFolder('dvc-cache')
  const folder = temporaryFolder('dvc')
  made = join(folder, 'made')
  store = join(folder, 'store')
  const environment = { ...process.env, ...moto.environment, DVC_NO_ANALYTICS: '1', DVC_TEST: 'true' }
  execFileSync(
    join(BIN, 'python'),
    [
      '-c',
      'import botocore.session, sys\nc = botocore.session.get_session().create_client("s3", endpoint_url=sys.argv[1], region_name="us-east-1")\nc.create_bucket(Bucket=sys.argv[2])\nc.put_bucket_versioning(Bucket=sys.argv[2], VersioningConfiguration={"Status": "Enabled"})',
      moto.url,
      BUCKET,
    ],
    { env: environment },
  )
  execFileSync(
    join(BIN, 'python'),
    [join(import.meta.dirname, 'dvc/make-repository.py'), made, store, moto.url, BUCKET],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  Object.assign(process.env, moto.environment)
  web = createServer((request, response) => {
    asked.push(request.method ?? '')
    const path = join(store, decodeURIComponent(new URL(request.url ?? '/', 'http://store').pathname))
    if (request.headers.authorization !== `Basic ${Buffer.from('reader:secret').toString('base64')}`)
      response.writeHead(401).end()
    else if (!existsSync(path)) response.writeHead(404).end()
    else {
      const body = readFileSync(path)
      response.writeHead(200, { 'content-length': body.length }).end(request.method === 'HEAD' ? undefined : body)
    }
  })
  await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
  const bound = web.address()
  address = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}` : ''
  console.log(execFileSync(join(BIN, 'dvc'), ['--version'], { encoding: 'utf8' }).trim(), 'is DVC')
})
afterAll(async () => {
  web?.close()
  await moto?.stop()
})

/** A copy of what DVC made, to change. */
function copy(from = made): string {
  const root = join(temporaryFolder('dvc-copy'), 'work')
  cpSync(from, root, { recursive: true })
  return root
}

const verify = async (root: string, ...words: string[]) => {
  const { code, said } = await runProgram(root, ['dvc', 'verify', '--json', ...words])
  const json = said.slice(said.indexOf('{\n'))
  return { code, checks: said.includes('{\n') ? JSON.parse(json).checks : [], said }
}

const noted = (checks: { locations?: { note: string }[] }[]) =>
  checks.flatMap(({ locations = [] }) => locations.map(({ note }) => note))

describe('what DVC tracks', () => {
  it('is right in the workspace, and in the cache', async () => {
    const { code, checks } = await verify(made, '--workspace', '--cache')
    expect(noted(checks)).toEqual([])
    expect(checks.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      ['dvc.workspace', 'pass'],
      ['dvc.cache', 'pass'],
    ])
    // Seven of data, one.csv, two.csv, legacy.csv, the model's file and two of metrics.
    expect(checks[0].measured).toMatchObject({ value: 0, n: 13 })
    expect(code).toBe(0)
  })

  it('is found changed by one byte, missing and untracked', async () => {
    const root = copy()
    const big = readFileSync(join(root, 'data/big.bin'))
    big[2_000_000] = 1 ^ (big[2_000_000] ?? 0)
    rmSync(join(root, 'data/big.bin'))
    writeFileSync(join(root, 'data/big.bin'), big)
    rmSync(join(root, 'data/é.csv'))
    writeFileSync(join(root, 'data/new.csv'), '')
    rmSync(join(root, 'legacy.csv'))
    writeFileSync(join(root, 'legacy.csv'), 'a,b\r\n1,3\r\n')
    const { code, checks } = await verify(root)
    expect(
      noted(checks)
        .map(note => note.replace(/[0-9a-f]{32}/g, 'MD5'))
        .toSorted(),
    ).toEqual([
      'Expected data/big.bin to have the md5 MD5 but it has MD5',
      'Expected data/é.csv in the workspace but it is not there',
      'Expected legacy.csv to have the md5 MD5 but it has MD5',
      'Expected no file data/new.csv in data but found one',
    ])
    expect(code).toBe(1)
  })

  it('is read again where DVC, or anybody, has put other bytes there', async () => {
    vi.stubEnv('CI', '')
    const root = copy()
    const dvc = (...words: string[]) =>
      execFileSync(join(BIN, 'dvc'), words, {
        cwd: root,
        env: { ...process.env, DVC_NO_ANALYTICS: '1' },
        stdio: 'pipe',
      })
    const reads = async (...words: string[]) => {
      const { code, checks } = await verify(root, 'data', 'one.csv', ...words)
      return [code, /\((\d+) read, (\d+) with/.exec(checks[0].reason)?.slice(1).map(Number)]
    }
    await wait(2100)
    expect(await reads()).toEqual([0, [8, 0]])
    expect(await reads()).toEqual([0, [0, 8]])
    expect(await reads('--rehash')).toEqual([0, [8, 0]])
    writeFileSync(join(root, 'one.csv'), readFileSync(join(root, 'one.csv'), 'utf8').replace('1', '2'))
    expect(await reads()).toEqual([1, [1, 7]])
    dvc('checkout', '--force', 'one.csv')
    expect(await reads()).toEqual([0, [1, 7]])
    vi.unstubAllEnvs()
  })

  it('is not waited for where a pipe took its place', async () => {
    const root = copy()
    for (const name of ['one.csv', 'data/big.bin']) {
      rmSync(join(root, name))
      execFileSync('mkfifo', [join(root, name)])
    }
    const { code, checks } = await verify(root, 'data', 'one.csv')
    expect(noted(checks).toSorted()).toEqual([
      'Expected data/big.bin in the workspace but it is not there',
      'Expected to read one.csv but the system said ENOTSUP',
    ])
    expect(code).toBe(1)
  })

  it('is in the folder, behind a web server and in the bucket, but for what was not pushed', async () => {
    const root = copy()
    const config = join(root, '.dvc/config')
    writeFileSync(config, `${readFileSync(config, 'utf8')}['remote "web"']\n    url = ${address}\n    user = reader\n`)
    writeFileSync(join(root, '.dvc/config.local'), `['remote "web"']\n    password = secret\n`)
    for (const remote of ['default', 'web', 'bucket']) {
      const all = await verify(root, '--remote', remote, '--content')
      expect(noted(all.checks).map(note => /^Expected (\S+)/.exec(note)?.[1])).toEqual(['kept.json', 'two.csv'])
      expect(all.code).toBe(1)
      const pushed = await verify(root, 'data', 'one.csv', 'legacy.csv', 'model', '--remote', remote)
      expect([pushed.code, pushed.checks[0].measured.n]).toEqual([0, 10])
    }
    const doctor = (name: string) => told(`DVC remote ${name}`, { root, environment: moto.environment })
    const fine = ['ok may read: yes', 'ok clock: within 60 seconds of ours']
    expect(await Promise.all(['store', 'web', 'bucket'].map(doctor))).toEqual([fine.slice(0, 1), fine, fine])
    writeFileSync(join(root, '.dvc/config.local'), `['remote "web"']\n    password = wrong\n`)
    expect((await doctor('web')).join()).toMatch(/^warn may read: .* said 401 → Set user and password/)
    const refused = await verify(root, 'one.csv', '--remote', 'web')
    expect(refused.said).toContain('to answer but it said 401')
    expect(refused.said).not.toContain('wrong')
    expect(refused.code).toBe(4)
  })

  it('is asked for by pull request: what this branch changed', async () => {
    const { code, checks } = await verify(made, '--remote', 'default', '--changed-since', 'first')
    expect(noted(checks).map(note => /^Expected (\S+)/.exec(note)?.[1])).toEqual(['kept.json', 'two.csv'])
    expect(code).toBe(1)
    const missing = await verify(made, '--remote', 'default', '--changed-since', 'nowhere')
    expect(missing.said).toContain("Expected the revision 'nowhere' in this git repository but found none")
    expect(missing.code).toBe(3)
  })

  it('is found damaged in a remote', async () => {
    const root = copy()
    const other = join(temporaryFolder('dvc-store'), 'store')
    cpSync(store, other, { recursive: true })
    const config = join(root, '.dvc/config')
    writeFileSync(config, readFileSync(config, 'utf8').replace(store, other))
    const md5 = /md5: (\w{32})/.exec(readFileSync(join(root, 'one.csv.dvc'), 'utf8'))?.[1] ?? ''
    const object = join(other, 'files/md5', md5.slice(0, 2), md5.slice(2))
    rmSync(object)
    writeFileSync(object, 'id,y\n1,1\n')
    expect((await verify(root, 'one.csv', '--remote', 'default')).code).toBe(0)
    const { code, checks } = await verify(root, 'one.csv', '--remote', 'default', '--content')
    expect(noted(checks)[0]).toContain(`to have the md5 ${md5} but it has`)
    expect(code).toBe(1)
  })

  it('is verified by version in a remote that keeps versions', async () => {
    const root = copy(`${made}-versions`)
    const { code, checks } = await verify(root, '--remote', 'default', '--content', '--workspace')
    expect(noted(checks)).toEqual([])
    expect(checks.map(({ measured }: { measured: { n: number } }) => measured.n)).toEqual([2, 2])
    expect(code).toBe(0)
    rmSync(join(root, 'data'), { recursive: true })
    rmSync(join(root, '.dvc/cache'), { recursive: true })
    const sources = sourcesOf(root)
    expect(await sources.list('data')).toEqual(['data/é.csv'])
    expect(readFileSync((await sources.fetch('data/é.csv')) ?? '', 'utf8')).toBe('a,b\n1,2\n')
    expect((await sources.origin('data/é.csv'))?.pinned).toMatch(
      /^s3:\/\/dvc-of-acme\/versions\/data\/é\.csv\?versionId=\S+$/,
    )
  })
})

const sourcesOf = (root: string) =>
  allSources({
    root,
    environment: { ...process.env, ...moto.environment, PROOFMARK_CACHE: temporaryFolder('cache') },
    progress: () => {},
  })

describe('a path that DVC tracks', () => {
  it('is read in the workspace where it is what its pointer names, else refused with what to do', async () => {
    const root = copy()
    const sources = sourcesOf(root)
    expect(await sources.fetch('one.csv')).toBe(join(root, 'one.csv'))
    expect(await sources.origin('one.csv')).toEqual({
      kind: 'dvc',
      pointer: 'one.csv.dvc',
      md5: /md5: (\w{32})/.exec(readFileSync(join(root, 'one.csv.dvc'), 'utf8'))?.[1],
    })
    expect(await sources.fetch('given.json')).toBeUndefined()
    rmSync(join(root, 'one.csv'))
    writeFileSync(join(root, 'one.csv'), 'id,y\n1,1\n')
    await expect(sourcesOf(root).fetch('one.csv')).rejects.toMatchObject({
      code: 'dvc.changed',
      hint: expect.stringContaining('dvc checkout one.csv'),
    })
  })

  it('comes from the cache, then from the remote, verified', async () => {
    const root = copy()
    for (const path of ['data', 'one.csv', 'legacy.csv']) rmSync(join(root, path), { recursive: true })
    expect(await sourcesOf(root).fetch('one.csv')).toContain('.dvc/cache/files/md5/')
    rmSync(join(root, '.dvc/cache'), { recursive: true })
    const sources = sourcesOf(root)
    expect((await sources.list('data'))?.length).toBe(7)
    expect(await sources.list('data/sub')).toEqual(['data/sub/crlf.txt', 'data/sub/𝔘.txt', 'data/sub/￮.txt'])
    expect(readFileSync((await sources.fetch('data/é.csv')) ?? '', 'utf8')).toBe('a,b\n1,2\n')
    expect(readFileSync((await sources.fetch('legacy.csv')) ?? '', 'utf8')).toBe('a,b\r\n1,2\r\n')
    expect((await sources.origin('legacy.csv'))?.pinned).toMatch(/store\/\w\w\/\w{30}$/)
    await expect(sources.fetch('data/none.csv')).resolves.toBeUndefined()
  })
})

describe('docs/dvc.md', () => {
  /** A copy whose remote is a copy too, to push to. */
  const apart = () => {
    const root = copy()
    const other = join(temporaryFolder('dvc-store'), 'store')
    cpSync(store, other, { recursive: true })
    const config = join(root, '.dvc/config')
    writeFileSync(config, readFileSync(config, 'utf8').replace(store, other))
    return { root, other, config }
  }

  it('verifies a repository that is pushed, and shows what is said where it is not', async () => {
    const { root, other } = apart()
    execFileSync(join(BIN, 'dvc'), ['push', '-q'], { cwd: root, env: { ...process.env, DVC_NO_ANALYTICS: '1' } })
    const commands = blockOf('docs/dvc.md', 'proofmark dvc verify', { 'origin/main': 'first' })
    const verified = await shell(root, commands)
    expect(verified.status, verified.said).toBe(0)
    expect(verified.said.match(/^PASS /gm)).toHaveLength(commands.split('\n').length)
    const lists = globSync('files/md5/*/*.dir', { cwd: other }).map(path => join(other, path))
    for (const list of lists.filter(path => readFileSync(path, 'utf8').includes('m.bin'))) rmSync(list)
    const missing = await shell(root, 'proofmark dvc verify --remote store')
    expect(missing.status).toBe(1)
    expect(missing.said).toMatch(matching(blockOf('docs/dvc.md', 'FAIL DVC data')))
  })

  it('shows what evidence says of a file that came from a bucket', async () => {
    const { root, config } = apart()
    writeFileSync(config, readFileSync(config, 'utf8').replace('remote = store', 'remote = bucket'))
    for (const path of ['one.csv', '.dvc/cache']) rmSync(join(root, path), { recursive: true })
    writeFileSync(
      join(root, 'contract.yaml'),
      'apiVersion: v3.1.0\nkind: DataContract\nid: t\nversion: 1.0.0\nstatus: active\nschema:\n  - name: one\n    properties:\n      - { name: id, logicalType: integer }\n',
    )
    const { said } = await runProgram(root, [
      'data-validate',
      '--data',
      'one.csv',
      '--contract',
      'contract.yaml',
      '--json',
    ])
    const { materials }: Pick<Evidence, 'materials'> = JSON.parse(said.slice(said.indexOf('{\n')))
    const here = {
      'data/train.csv': 'one.csv',
      's3://acme/dvc': `s3://${BUCKET}/store`,
      '5b/bf5a…': '…',
      18231: '9',
      337: '1',
    }
    const shown = blockOf('docs/dvc.md', '{ "name"', here).replace(/\s+/g, ' ')
    const found = JSON.stringify(materials.find(({ role }) => role === 'data')).replaceAll(/([:{,])(?=["{\d])/g, '$1 ')
    expect(found.replaceAll('}', ' }')).toMatch(matching(shown))
  })

  it('compares the metrics of two revisions', async () => {
    const compared = await shell(made, blockOf('docs/dvc.md', 'proofmark dvc metrics-diff', { 'origin/main': 'first' }))
    expect(compared.status).toBe(1)
    expect(compared.said).toContain('❌ fail | auc')
  })
})

it('writes the list of a folder in the bytes that DVC writes', () => {
  const folder = join(made, '.dvc/cache/files/md5')
  const lists = readdirSync(folder).flatMap(two =>
    readdirSync(join(folder, two))
      .filter(name => name.endsWith('.dir'))
      .map(name => readFileSync(join(folder, two, name), 'utf8')),
  )
  expect(lists.length).toBe(2)
  for (const list of lists) expect(writeDirObject(JSON.parse(list).toReversed())).toBe(list)
})

it('holds the metrics of two revisions against each other, also those that DVC keeps', async () => {
  const diff = (...words: string[]) => runProgram(made, ['dvc', 'metrics-diff', 'first', 'HEAD', ...words])
  const flags = ['--higher', 'auc', '--lower', '*loss*']
  const strict = await diff('--file', 'kept.json', ...flags)
  expect(strict.said).toContain('❌ fail | auc')
  expect(strict.said).toContain('✅ pass | loss')
  expect(strict.said).toContain('❔ inconclusive | odd')
  expect(strict.code).toBe(1)
  expect((await diff(...flags, '--tolerance', 'auc=3%')).code).toBe(2)
  const dvc = JSON.parse(
    execFileSync(join(BIN, 'dvc'), ['metrics', 'diff', 'first', 'HEAD', '--json'], {
      cwd: made,
      encoding: 'utf8',
    }).replaceAll('NaN', 'null'),
  )
  const ours = JSON.parse((await diff('--json')).said.replace(/^[^{]*/, '')).checks
  const auc = ours.find(({ id }: { id: string }) => id === 'metric.metrics.json:auc')
  expect(auc.measured.value).toBe(dvc['metrics.json'].auc.diff)
})

it('reads the tags that GTO writes, and GTO those that are written here', () => {
  const root = copy()
  const gto = (...words: string[]) => execFileSync(join(BIN, 'gto'), words, { cwd: root, encoding: 'utf8' })
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' })
  gto('register', 'credit', '--version', 'v1.0.0')
  gto('assign', 'credit', '--version', 'v1.0.0', '--stage', 'prod')
  gto('deprecate', 'credit', 'v1.0.0', 'prod')
  gto('deprecate', 'credit', 'v1.0.0')
  gto('deprecate', 'credit')
  const tags = git('tag').trim().split('\n')
  expect(tags).toEqual([
    'credit#prod!#2',
    'credit#prod#1',
    'credit@deprecated',
    'credit@v1.0.0',
    'credit@v1.0.0!',
    'first',
  ])
  expect(tags.map(readGtoTag)).toEqual([
    { artifact: 'credit', stage: 'prod', cancel: true, counter: 2 },
    { artifact: 'credit', stage: 'prod', cancel: false, counter: 1 },
    { artifact: 'credit', deprecated: true, cancel: false },
    { artifact: 'credit', version: 'v1.0.0', cancel: false },
    { artifact: 'credit', version: 'v1.0.0', cancel: true },
    undefined,
  ])
  gto('register', 'scoring', '--version', 'v2.0.0')
  const ours = gtoTag({ artifact: 'scoring', stage: 'prod', cancel: false, counter: 1 }) ?? ''
  git('tag', '-a', ours, '-m', 'Assign prod to scoring 2', 'HEAD')
  expect(gto('show', 'scoring#prod')).toContain('v2.0.0')
})
