import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scanDependencies } from '../../src/commands/scan-dependencies.ts'
import { readDependencyFile } from '../../src/core/security/dependencies/dependency-file.ts'
import type { Artefact } from '../../src/core/security/dependencies/loaders/loader-check.ts'
import { USUAL_LIMITS } from '../../src/core/security/limits.ts'
import { Waiver } from '../../src/core/security/waivers/waiver.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { UserError } from '../../src/core/user-error.ts'
import { localFiles } from '../../src/files/local-files.ts'
import { osvAdvisories } from '../../src/osv/osv-advisories.ts'
import { scanHere } from '../harness/scan-here.ts'
import { sha256 } from '../harness/sha256.ts'
import { advisories, type OsvServer, osvServer } from '../osv/osv-server.ts'

const NOW = new Date('2026-06-01T12:00:00Z')

let root: string
let server: OsvServer
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'dependencies-'))
  server = await osvServer()
})
afterEach(async () => {
  rmSync(root, { recursive: true })
  await server.close()
})

const put = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

/** Scans the files named, as the gate hands them over. */
const scan = async (
  scanned: Record<string, string>,
  security: object = {},
  artefacts: Artefact[] = [],
  waivers: Waiver[] = [],
  base?: Record<string, string> | UserError,
  policy: object = {},
) => {
  for (const [name, text] of Object.entries(scanned)) put(name, text)
  const files = Object.entries(scanned).flatMap(([name, text]) => readDependencyFile(name, text) ?? [])
  const settings = Settings.parse({ security: { 'osv-url': server.url, ...security }, policy })
  const log = { info: () => {}, warn: () => {}, progress: () => {} }
  return scanDependencies(
    files,
    artefacts,
    settings,
    {
      files: localFiles(root),
      advisories: osvAdvisories({ second: 50 }),
      log,
      ...(base && {
        base: {
          readText: async (path: string) => {
            if (base instanceof UserError) throw base
            return base[path]
          },
          list: async () => (base instanceof UserError ? [] : Object.keys(base)),
        },
      }),
    },
    { list: waivers, now: NOW },
    scanHere(root).open(USUAL_LIMITS),
  )
}
type Scanned = Awaited<ReturnType<typeof scan>>
const statuses = ({ checks }: Scanned) => Object.fromEntries(checks.map(({ id, status }) => [id, status]))
const check = ({ checks }: Scanned, id: string) => checks.find(each => each.id === id)

describe('known vulnerabilities', () => {
  it('are not asked for unless the settings say so', async () => {
    const found = await scan({ 'requirements.txt': 'torch==2.0.1\n' })
    expect(server.requests).toEqual([])
    expect(statuses(found)).toEqual({ 'dependencies.requirements.txt': 'pass' })
  })

  it('fail the package that has a critical one, with ids, severity, fix and line', async () => {
    const found = await scan({ 'requirements.txt': 'numpy==2.4.6\ntorch==2.0.1+cu118\n' }, { vulnerabilities: 'api' })
    expect(statuses(found)).toEqual({
      'dependencies.requirements.txt': 'pass',
      'vulnerabilities.requirements.txt:PyPI:torch@2.0.1+cu118': 'fail',
    })
    expect(check(found, 'vulnerabilities.requirements.txt:PyPI:torch@2.0.1+cu118')).toMatchObject({
      measured: { value: 1, method: 'OSV' },
      reason: expect.stringMatching(
        /^Expected no known vulnerability of torch 2\.0\.1\+cu118 but found 1, the worst critical: CVE-2025-32434, GHSA-53q9-r3pm-6pq6, PYSEC-2025-41 \(critical, fixed in 2\.6\.0\) \(requirements\.txt:2, told by OSV\)$/,
      ),
      hint: 'Update torch to 2.6.0 or later',
      locations: [{ file: 'requirements.txt', line: 2, note: 'torch==2.0.1+cu118' }],
    })
    expect(found.result.vulnerabilities).toEqual([
      {
        file: 'requirements.txt',
        line: 2,
        ecosystem: 'PyPI',
        name: 'torch',
        version: '2.0.1+cu118',
        source: 'OSV',
        update: '2.6.0',
        vulnerabilities: [
          { ids: ['CVE-2025-32434', 'GHSA-53q9-r3pm-6pq6', 'PYSEC-2025-41'], severity: 'critical', fixed: '2.6.0' },
        ],
      },
    ])
  })

  it('that are medium only warn; a malicious package fails; each package has its own check', async () => {
    const lock = JSON.stringify(
      { lockfileVersion: 3, packages: { 'node_modules/lodash': { version: '4.17.20' } } },
      null,
      2,
    )
    const found = await scan(
      { 'requirements.txt': 'requests==2.30.0\ntoorch==0.0.1\n', 'package-lock.json': lock },
      { vulnerabilities: 'api' },
    )
    expect(statuses(found)).toEqual({
      'dependencies.requirements.txt': 'pass',
      'vulnerabilities.requirements.txt:PyPI:requests@2.30.0': 'warn',
      'vulnerabilities.requirements.txt:PyPI:toorch@0.0.1': 'fail',
      'dependencies.package-lock.json': 'pass',
      'vulnerabilities.package-lock.json:npm:lodash@4.17.20': 'fail',
    })
    expect(check(found, 'vulnerabilities.requirements.txt:PyPI:toorch@0.0.1')?.hint).toMatch(/^Remove toorch at once/)
  })

  describe('that are waived', () => {
    const waive = (change: object) =>
      Waiver.parse({
        rule: 'vulnerabilities',
        name: 'GHSA-53q9-r3pm-6pq6',
        package: 'torch@2.0.1',
        reason: 'We load our own files only',
        owner: '@acme/risk',
        expires: '2026-12-31',
        ...change,
      })
    const id = 'vulnerabilities.requirements.txt:PyPI:torch@2.0.1'

    it('by any of their ids, for one version, only warn and stay listed', async () => {
      const found = await scan({ 'requirements.txt': 'torch==2.0.1\n' }, { vulnerabilities: 'api' }, [], [waive({})])
      expect(check(found, id)).toMatchObject({
        status: 'warn',
        reason: expect.stringContaining('(critical, fixed in 2.6.0, waived until 2026-12-31 by @acme/risk)'),
        locations: [{ file: 'requirements.txt', line: 1, note: 'GHSA-53q9-r3pm-6pq6 of torch==2.0.1', waiver: 0 }],
        waivers: [{ state: 'exploitable' }],
      })
      expect(found.result.vulnerabilities[0]?.vulnerabilities[0]).toMatchObject({ waiver: { owner: '@acme/risk' } })
    })

    it.each([
      ['another version', { package: 'torch@2.0.2' }, 'is for torch@2.0.2, and this is torch@2.0.1'],
      ['a day that is over', { expires: '2026-05-31' }, 'expired on 2026-05-31'],
    ])('for %s fail, and say so', async (_, change, why) => {
      const found = await scan(
        { 'requirements.txt': 'torch==2.0.1\n' },
        { vulnerabilities: 'api' },
        [],
        [waive(change)],
      )
      expect(check(found, id)).toMatchObject({ status: 'fail', reason: expect.stringContaining(why) })
    })

    it('never let a malicious package pass', async () => {
      const [malicious] = advisories.filter(each => each.id.startsWith('MAL-'))
      const waiver = waive({ name: malicious?.id, package: 'toorch@0.0.1' })
      const found = await scan({ 'requirements.txt': 'toorch==0.0.1\n' }, { vulnerabilities: 'api' }, [], [waiver])
      expect(check(found, 'vulnerabilities.requirements.txt:PyPI:toorch@0.0.1')).toMatchObject({
        status: 'fail',
        reason: expect.stringContaining('no waiver holds for a malicious package'),
      })
    })
  })

  it('of a loader are waived as any of that version are', async () => {
    const waive = (change: object) =>
      Waiver.parse({
        rule: 'vulnerabilities',
        name: 'CVE-2025-32434',
        package: 'torch@2.5.1',
        reason: 'r',
        owner: '@o',
        expires: '2026-12-31',
        ...change,
      })
    const scanWith = async (...waivers: Waiver[]) => {
      const found = await scan(
        { 'requirements.txt': 'torch==2.5.1\n' },
        {},
        [{ path: 'm.pt', format: 'torch' }],
        waivers,
      )
      return check(found, 'loader.requirements.txt:torch@2.5.1')
    }
    const open = await scanWith()
    expect(open).toMatchObject({ status: 'fail' })
    const ids = [...new Set(open?.reason.match(/CVE-\d+-\d+/g))]
    const waived = await scanWith(...ids.map(name => waive({ name })))
    expect(waived).toMatchObject({
      status: 'warn',
      locations: [
        { line: 1, waiver: 0 },
        { file: 'm.pt', waiver: 0 },
      ],
    })
    expect(waived?.waivers).toHaveLength(ids.length)
    expect(waived?.reason).toContain('Waived by the policy: CVE-2025-32434 until 2026-12-31 (by @o)')
    const other = await scanWith(waive({ package: 'torch@2.5.0' }))
    expect(other).toMatchObject({ status: 'fail', reason: expect.stringContaining('is for torch@2.5.0') })
    expect(other).not.toHaveProperty('waivers')
  })

  describe('in a pull request', () => {
    const api = { vulnerabilities: 'api' }
    const torch = 'vulnerabilities.requirements.txt:PyPI:torch@2.0.1'

    it('only warn where the base branch has them, whatever the line, and are listed', async () => {
      const base = { 'requirements.txt': '# ours\n\ntorch==2.0.1\n' }
      const found = await scan({ 'requirements.txt': 'torch==2.0.1\n' }, api, [], [], base)
      expect(check(found, torch)).toMatchObject({
        status: 'warn',
        reason: expect.stringContaining('(critical, fixed in 2.6.0, on the base branch already)'),
      })
      expect(found.result.vulnerabilities[0]?.vulnerabilities).toMatchObject([{ severity: 'critical', onBase: true }])
    })

    it('only warn where another version there has the same one', async () => {
      const found = await scan({ 'requirements.txt': 'torch==2.0.1\n' }, api, [], [], {
        'requirements.txt': 'torch==2.1.0',
      })
      expect(check(found, torch)?.status).toBe('warn')
    })

    it.each([
      ['does not have the file', {}],
      ['has a version without it', { 'requirements.txt': 'torch==2.6.0\n' }],
      ['has it in another file only', { 'other.txt': 'torch==2.0.1\n' }],
      ['cannot be read there', { 'requirements.txt': 'torch==\n-r missing.txt\n' }],
    ])('fail where the base branch %s', async (_, base) => {
      const found = await scan({ 'requirements.txt': 'torch==2.0.1\n' }, api, [], [], base)
      expect(check(found, torch)?.status).toBe('fail')
      expect(found.result.vulnerabilities[0]?.vulnerabilities[0]).not.toHaveProperty('onBase')
    })

    it('fail all the same where the policy says all, and the base is not asked', async () => {
      const base = new UserError('github.permission', 'No business with it')
      const found = await scan({ 'requirements.txt': 'torch==2.0.1\n' }, api, [], [], base, {
        'known-vulnerabilities': 'all',
      })
      expect(statuses(found)).toMatchObject({ [torch]: 'fail' })
      expect(check(found, 'vulnerabilities.base')).toBeUndefined()
    })

    it('all count as new where the base cannot be read, and that is said', async () => {
      const base = new UserError('github.permission', "Expected the permission 'contents: read'", { hint: 'Add it' })
      const found = await scan({ 'requirements.txt': 'torch==2.0.1\n' }, api, [], [], base)
      expect(statuses(found)).toMatchObject({ [torch]: 'fail', 'vulnerabilities.base': 'warn' })
      expect(check(found, 'vulnerabilities.base')?.reason).toMatch(
        /contents: read'; so every vulnerability counts as new$/,
      )
    })

    it('of a malicious package fail however long it has been there', async () => {
      const base = { 'requirements.txt': 'toorch==0.0.1\n' }
      const found = await scan({ 'requirements.txt': 'toorch==0.0.1\n' }, api, [], [], base)
      expect(check(found, 'vulnerabilities.requirements.txt:PyPI:toorch@0.0.1')?.status).toBe('fail')
    })

    it('of what the base includes count as its own', async () => {
      const files = { 'requirements.txt': '-r base.txt\n' }
      put('base.txt', 'torch==2.0.1\n')
      const found = await scan(files, api, [], [], { ...files, 'base.txt': 'torch==2.0.1\n' })
      expect(check(found, 'vulnerabilities.base.txt:PyPI:torch@2.0.1')?.status).toBe('warn')
    })

    it('only warn in a file that has been given another name, and count as new in one that says more or is a copy', async () => {
      const there = { 'old/requirements.txt': 'torch==2.0.1\n' }
      const moved = async (text: string, base: Record<string, string>) =>
        check(await scan({ 'requirements.txt': text }, api, [], [], base), torch)?.status
      expect(await moved('torch==2.0.1 # ours\n', there)).toBe('warn')
      expect(await moved('torch==2.0.1\nnumpy==2.4.6\n', there)).toBe('fail')
      expect(await moved('torch==2.0.1\n', { 'old/requirements.txt': 'torch==2.0.2\n' })).toBe('fail')
      expect(await moved('torch==2.0.1\n', { 'old/notes.txt': 'torch==2.0.1\n' })).toBe('fail')
      put('old/requirements.txt', 'torch==2.0.1\n')
      expect(await moved('torch==2.0.1\n', there)).toBe('fail')
    })

    it("of another tool's report only warn where a file of the base has that version", async () => {
      const report = JSON.stringify({
        dependencies: [{ name: 'Torch', version: '2.0.1', vulns: [{ id: 'CVE-2025-32434', fix_versions: ['2.6.0'] }] }],
        fixes: [],
      })
      const files = { 'audit.json': report, 'requirements.txt': 'torch==2.0.1\n' }
      const statusIn = async (base: Record<string, string>) =>
        (await scan(files, {}, [], [], base)).result.vulnerabilities.find(({ file }) => file === 'audit.json')
          ?.vulnerabilities[0]?.onBase
      expect(await statusIn({ 'requirements.txt': 'torch==2.0.1\n' })).toBe(true)
      expect(await statusIn({ 'requirements.txt': 'torch==2.0.2\n' })).toBeUndefined()
      expect(await statusIn({ 'audit.json': report })).toBe(true)
    })
  })

  it('of one version that stands there twice are told once', async () => {
    const text = 'torch==2.0.1; sys_platform == "linux"\ntorch==2.0.1; sys_platform == "win32"\n'
    const found = await scan({ 'requirements.txt': text }, { vulnerabilities: 'api' })
    expect(found.checks.map(({ id }) => id)).toEqual([
      'dependencies.requirements.txt',
      'vulnerabilities.requirements.txt:PyPI:torch@2.0.1',
    ])
    expect(found.result.vulnerabilities).toHaveLength(1)
  })

  it('or not, every version is listed once, with the place that names it first', async () => {
    const found = await scan({
      'a/requirements.txt': 'numpy==2.4.6\npandas>=3\n',
      'requirements.txt': 'numpy==2.4.6\ntorch==2.6.0\n',
    })
    expect(found.result.packages).toEqual([
      { file: 'a/requirements.txt', line: 1, ecosystem: 'PyPI', name: 'numpy', version: '2.4.6' },
      { file: 'requirements.txt', line: 2, ecosystem: 'PyPI', name: 'torch', version: '2.6.0' },
    ])
    expect((await scan({ 'c.txt': 'x' })).result).not.toHaveProperty('packages')
  })

  it('of no package are said so, with how many were looked up', async () => {
    const found = await scan({ 'requirements.txt': 'numpy==2.4.6\ntorch==2.6.0\n' }, { vulnerabilities: 'api' })
    expect(check(found, 'vulnerabilities')).toMatchObject({ status: 'pass', measured: { value: 0, n: 2 } })
  })

  it('of versions that a range allows are for information: a range is no version', async () => {
    const found = await scan(
      { 'requirements.txt': 'numpy==2.4.6\ntorch>=2.5\nrequests>=2.31\n' },
      { vulnerabilities: 'api' },
    )
    expect(statuses(found)).toEqual({ 'dependencies.requirements.txt': 'warn', vulnerabilities: 'pass' })
    expect(check(found, 'dependencies.requirements.txt')?.reason).toContain(
      'vulnerable versions are allowed of torch (CVE-2025-32434)',
    )
    expect(found.result.dependencies).toMatchObject([
      { name: 'torch', allows: ['CVE-2025-32434'] },
      { name: 'requests' },
    ])
    expect(found.result.dependencies[1]).not.toHaveProperty('allows')
  })

  it('where nothing has a version are inconclusive, never passed', async () => {
    const found = await scan({ 'requirements.txt': 'torch\n' }, { vulnerabilities: 'api' })
    expect(check(found, 'vulnerabilities')).toMatchObject({
      status: 'inconclusive',
      hint: expect.stringContaining('lock file'),
    })
    expect(check(await scan({}, { vulnerabilities: 'api' }), 'vulnerabilities')?.status).toBe('inconclusive')
  })

  it('of conda packages are matched by name, which only warns', async () => {
    const found = await scan({ 'environment.yml': 'dependencies:\n  - pytorch==2.0.1\n' }, { vulnerabilities: 'api' })
    expect(check(found, 'vulnerabilities.environment.yml:conda:pytorch@2.0.1')).toMatchObject({
      status: 'warn',
      reason: expect.stringContaining('matched by the name that PyPI gives it'),
    })
  })

  it('that nobody answers for are inconclusive, and what else was found stays', async () => {
    server.fail(500, 500, 500, 500)
    const found = await scan({ 'requirements.txt': 'torch==2.0.1\npandas\n' }, { vulnerabilities: 'api' }, [
      { path: 'm.pt', format: 'torch' },
    ])
    expect(statuses(found)).toEqual({
      'vulnerabilities.lookup': 'inconclusive',
      'dependencies.requirements.txt': 'warn',
      'loader.requirements.txt:torch@2.0.1': 'fail',
    })
    expect(check(found, 'vulnerabilities.lookup')?.hint).toContain('all.zip')
  })

  it('are found in archives without a network, the same, and the archives are among the materials', async () => {
    const scanned = { 'requirements.txt': 'torch==2.0.1\nrequests==2.30.0\n' }
    mkdirSync(join(root, 'osv'))
    copyFileSync('test/osv/archives/pypi.zip', join(root, 'osv/all.zip'))
    const online = await scan(scanned, { vulnerabilities: 'api' })
    const asked = server.requests.length
    expect(online.result.advisories).toEqual({ source: 'OSV', packages: 2 })
    for (const place of ['osv', 'osv/all.zip']) {
      const offline = await scan(scanned, { vulnerabilities: place })
      expect(offline.result.vulnerabilities).toEqual(
        online.result.vulnerabilities.map(each => ({ ...each, source: 'OSV archive' })),
      )
      expect(offline.materials).toMatchObject([{ name: 'osv/all.zip' }])
      expect(offline.result.advisories).toEqual({
        source: 'OSV archive',
        packages: 2,
        updatedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/),
      })
    }
    expect(server.requests).toHaveLength(asked)
  })

  it('in an archive of another ecosystem, a missing and a damaged one are inconclusive', async () => {
    copyFileSync('test/osv/archives/npm.zip', join(root, 'npm.zip'))
    put('bad.zip', 'PK')
    mkdirSync(join(root, 'empty'))
    const scanned = { 'requirements.txt': 'torch==2.0.1\n' }
    expect((await scan(scanned, { vulnerabilities: 'npm.zip' })).result).not.toHaveProperty('advisories')
    expect(statuses(await scan(scanned, { vulnerabilities: 'npm.zip' }))).toMatchObject({
      'vulnerabilities.PyPI': 'inconclusive',
    })
    for (const vulnerabilities of ['bad.zip', 'none.zip', 'empty'])
      expect(statuses(await scan(scanned, { vulnerabilities }))).toMatchObject({
        'vulnerabilities.lookup': 'inconclusive',
      })
  })
})

describe('includes', () => {
  it('are read beside the file that names them, and judged by their own checks', async () => {
    put('reqs/base.txt', '-r deeper/more.txt\nnumpy\n')
    put('reqs/deeper/more.txt', 'torch==2.0.1\n-r ../all-requirements.txt\n')
    const found = await scan(
      { 'reqs/all-requirements.txt': '-r base.txt\nscipy==1.17.1\n' },
      { vulnerabilities: 'api' },
    )
    expect(statuses(found)).toEqual({
      'dependencies.reqs/all-requirements.txt': 'pass',
      'dependencies.reqs/base.txt': 'warn',
      'dependencies.reqs/deeper/more.txt': 'pass',
      'vulnerabilities.reqs/deeper/more.txt:PyPI:torch@2.0.1': 'fail',
    })
    expect(found.materials.map(({ name }) => name)).toEqual(['reqs/base.txt', 'reqs/deeper/more.txt'])
  })

  it('by -c pin what is open and add nothing', async () => {
    put('constraints.txt', 'torch==2.6.0\nrequests==2.30.0\n-c more.txt\n')
    put('more.txt', 'numpy==2.4.6\n')
    const found = await scan(
      { 'requirements.txt': 'torch\nnumpy>=2\n-c constraints.txt\n' },
      { vulnerabilities: 'api' },
    )
    expect(statuses(found)).toEqual({ 'dependencies.requirements.txt': 'pass', vulnerabilities: 'pass' })
    expect(check(found, 'vulnerabilities')?.measured?.n).toBe(2)
  })

  it('that are missing, outside or elsewhere are inconclusive, each by its own check', async () => {
    const found = await scan({
      'requirements.txt': 'numpy==2.4.6\n-r gone.txt\n-r ../out.txt\n-c https://example.com/c.txt\n',
    })
    expect(statuses(found)).toEqual({
      'dependencies.requirements.txt': 'pass',
      'dependencies.gone.txt': 'inconclusive',
      'dependencies.../out.txt': 'inconclusive',
      'dependencies.https://example.com/c.txt': 'inconclusive',
    })
    expect(check(found, 'dependencies.gone.txt')).toMatchObject({
      reason: expect.stringContaining('(included by requirements.txt:2)'),
      locations: [{ file: 'requirements.txt', line: 2 }],
    })
  })
})

describe('dependencies without an exact version', () => {
  const text = 'numpy\nscipy>=1\n'
  const waive = (name: string, change: object = {}) =>
    Waiver.parse({
      rule: 'dependencies',
      name,
      sha256: sha256(text),
      reason: 'r',
      owner: '@o',
      expires: '2026-12-31',
      ...change,
    })
  const scanWith = async (...waivers: Waiver[]) =>
    check(await scan({ 'requirements.txt': text }, {}, [], waivers), 'dependencies.requirements.txt')

  it('are waived one by one, and stay listed', async () => {
    expect(await scanWith(waive('scipy'))).toMatchObject({
      status: 'warn',
      measured: { value: 2 },
      reason: expect.stringMatching(/1 of 2 have none: numpy; Waived by the policy: scipy until 2026-12-31 \(by @o\)$/),
      locations: [{ line: 1 }, { line: 2, waiver: 0 }],
      waivers: [{ name: 'scipy' }],
    })
    const both = await scanWith(waive('scipy'), waive('numpy'))
    expect(both).toMatchObject({ status: 'warn', locations: [{ waiver: 0 }, { waiver: 1 }] })
    expect(both).not.toHaveProperty('hint')
  })

  it('of another content are not', async () => {
    const found = await scanWith(waive('scipy', { sha256: 'b'.repeat(64) }))
    expect(found?.reason).toMatch(/2 of 2 have none: numpy, scipy; the waiver of scipy is for bbbbbbbbbbbb/)
    expect(found).not.toHaveProperty('waivers')
  })
})

it('the password of an address is shown nowhere', async () => {
  const address = `git+https${'://'}user:hunter2secret@example.com/x.git`
  const lock = { lockfileVersion: 1, dependencies: { x: { version: `${address}#main` } } }
  const found = await scan({
    'package-lock.json': JSON.stringify(lock),
    'environment.yml': `dependencies:\n  - https${'://'}user:hunter2secret@example.com/channel::numpy\n  - pip:\n    - ${address}\n`,
    Dockerfile: `FROM python\nRUN pip install ${address}\n`,
    'requirements.txt': `-r https${'://'}user:hunter2secret@example.com/base.txt\n`,
  })
  expect(found.checks).toHaveLength(5)
  expect(JSON.stringify(found)).not.toContain('hunter2')
})

describe('reports of other tools', () => {
  it('are judged like our own findings, with who told them', async () => {
    const audit = {
      dependencies: [{ name: 'x', version: '1', vulns: [{ id: 'MAL-2024-9', fix_versions: [] }] }],
      fixes: [],
    }
    const found = await scan({ 'audit.json': JSON.stringify(audit) })
    expect(check(found, 'vulnerabilities.audit.json:PyPI:x@1')).toMatchObject({
      status: 'fail',
      reason: expect.stringContaining('told by pip-audit'),
    })
    expect(found.result.vulnerabilities).toMatchObject([{ file: 'audit.json', source: 'pip-audit', name: 'x' }])
  })

  it('without a finding pass where they name what was looked at, and are inconclusive where they name nothing', async () => {
    const clean = { dependencies: [{ name: 'x', version: '1', vulns: [] }], fixes: [] }
    expect(statuses(await scan({ 'a.json': JSON.stringify(clean) }))).toEqual({ 'vulnerabilities.a.json': 'pass' })
    expect(statuses(await scan({ 'b.json': '{"results": [], "experimental_config": {}}' }))).toEqual({
      'vulnerabilities.b.json': 'inconclusive',
    })
  })

  it('that skipped a package are inconclusive, whatever they say of the others', async () => {
    const skipped = { name: 'local', skip_reason: 'Dependency not found on PyPI' }
    const some = { dependencies: [{ name: 'x', version: '1', vulns: [] }, skipped], fixes: [] }
    const found = await scan({ 'a.json': JSON.stringify(some) })
    expect(statuses(found)).toEqual({
      'vulnerabilities.a.json': 'pass',
      'vulnerabilities.skipped.a.json': 'inconclusive',
    })
    expect(check(found, 'vulnerabilities.skipped.a.json')).toMatchObject({
      reason: 'Expected pip-audit to look at every package but it skipped 1: local (Dependency not found on PyPI)',
    })
    const none = JSON.stringify({ dependencies: [skipped], fixes: [] })
    expect(statuses(await scan({ 'b.json': none }))).toEqual({ 'vulnerabilities.skipped.b.json': 'inconclusive' })
  })
})
