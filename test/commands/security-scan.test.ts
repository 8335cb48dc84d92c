import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import { secretsBaseline } from '../../src/commands/secrets-baseline.ts'
import { securityScan } from '../../src/commands/security-scan.ts'
import { compose } from '../../src/compose.ts'
import { SecurityResult } from '../../src/core/security/result.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { verdictOf } from '../../src/core/verdict.ts'
import { localFiles } from '../../src/files/local-files.ts'
import type { Ports } from '../../src/ports.ts'
import { plainNpy } from '../core/security/corpus/make/numpy.ts'
import { creditRepository } from '../harness/credit.ts'
import { isConfigured } from '../harness/is-configured.ts'
import { scanHere } from '../harness/scan-here.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scan-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const unused = () => {
  throw new Error('The gate has no business with it')
}
/** The real adapters, and none of those the gate has no business with. */
const ports = (change: Partial<Ports> = {}): Ports => ({
  files: localFiles(root),
  tables: { open: unused, measure: unused, find: unused },
  programs: { run: unused },
  onnx: { open: unused },
  logs: { open: unused },
  log: { info: () => {}, warn: () => {}, progress: () => {} },
  context: {},
  now: () => new Date(0),
  noteKeys: { hash: unused, verify: unused, generate: unused, publicKey: unused, sign: unused },
  pause: unused,
  issuers: { keys: unused, verify: unused, thumbprints: unused },
  sha256: unused,
  advisories: { find: unused },
  metrics: { range: unused },
  scanner: scanHere(root),
  signing: { generate: unused, open: unused, seal: unused, verify: unused, signatory: unused, publicKey: unused },
  identityTokens: { token: unused },
  encryption: { isKeyService: unused, encrypt: unused, decrypt: unused, random: unused },
  ...change,
})

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), content)
}
const example = (name: string) => copyFileSync(join('examples/credit', name), join(root, name))
/** A file that is too large to be read at once. */
const largeArray = () => plainNpy(new Uint8Array(17 * 1024 * 1024))
const PAYLOAD = Buffer.from('\x80\x04\x8c\x02os\x8c\x06getcwd\x93)R.', 'latin1')
const TOKEN = `gh${'p_'}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`

const scan = async (model: string[] | undefined, paths?: string[], change?: Partial<Ports>) => {
  const settings = Settings.parse({ ...(model && { model: { files: model } }), ...(paths && { security: { paths } }) })
  const found = await securityScan.find(settings, ports(change), '.proofmark')
  return { ...found, result: SecurityResult.parse(found.result), verdict: verdictOf(found.checks.map(c => c.status)) }
}
const statuses = ({ checks }: Awaited<ReturnType<typeof scan>>) =>
  Object.fromEntries(checks.map(({ id, status }) => [id, status]))

describe('the example models', () => {
  it('pass, each by its own check, with their digests', async () => {
    for (const name of ['model-champion.joblib', 'model-champion.pkl', 'model-forest.joblib']) example(name)
    const found = await scan(['*.joblib', '*.pkl'])

    expect(found.verdict).toBe('passed')
    expect(statuses(found)).toEqual({
      'artefact.model-champion.joblib': 'pass',
      'artefact.model-champion.pkl': 'pass',
      'artefact.model-forest.joblib': 'pass',
      secrets: 'pass',
    })
    const sha256 = createHash('sha256')
      .update(readFileSync(join(root, 'model-champion.pkl')))
      .digest('hex')
    expect(found.materials).toContainEqual({
      name: 'model-champion.pkl',
      role: 'artefact',
      digest: { sha256 },
      bytes: 3807,
    })
    expect(found.result.files).toContainEqual({
      path: 'model-champion.pkl',
      format: 'pickle',
      bytes: 3807,
      sha256,
      status: 'pass',
      globals: expect.any(Number),
      findings: [],
    })
    expect(found.result.files.map(({ format }) => format)).toEqual(['joblib', 'pickle', 'zlib'])
  })
})

describe('a model that would run something', () => {
  it('fails, with file, byte, name, why and what to do', async () => {
    put('models/credit.joblib', PAYLOAD)
    const found = await scan(['models'])

    expect(found.verdict).toBe('failed')
    expect(found.checks).toEqual([
      {
        id: 'artefact.models/credit.joblib',
        title: 'What loading models/credit.joblib would run (a pickle)',
        status: 'fail',
        reason: expect.stringMatching(/^models\/credit\.joblib: Expected .* os\.getcwd is imported and called/),
        hint: expect.stringMatching(/skops or safetensors.*allow list/),
        locations: [
          {
            file: 'models/credit.joblib',
            note: 'byte 14: os.getcwd is imported and called and not on the allow list',
          },
        ],
      },
    ])
  })

  it('lists ten of many findings in its one check, and all in the result', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `\x8c\x02os\x8c\x02a${i % 10}\x930`)
    put('m.pkl', Buffer.from(`\x80\x04${names.join('')}N.`, 'latin1'))
    const { checks, result } = await scan(['m.pkl'])
    expect(checks).toHaveLength(1)
    expect(checks[0]?.locations).toHaveLength(10)
    expect(result.files[0]?.findings).toHaveLength(12)
  })

  it('fails whatever it is called', async () => {
    for (const name of ['weights.safetensors', 'README.md', 'Model.PKL', 'noextension', '.hidden']) put(name, PAYLOAD)
    const { checks } = await scan(undefined, ['.'])
    expect(checks.map(({ status }) => status)).toEqual(['fail', 'fail', 'fail', 'fail', 'fail'])
  })
})

describe('waivers of the policy', () => {
  const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
  const waive = (change: object) => ({
    rule: 'artefact',
    name: 'os.getcwd',
    sha256: digest(PAYLOAD),
    reason: 'Reviewed',
    owner: '@acme/risk',
    expires: '1970-01-01',
    ...change,
  })
  const scanWith = async (waivers: object[], now = new Date(0)) => {
    put('m.pkl', PAYLOAD)
    const settings = Settings.parse({ model: { files: ['m.pkl'] }, policy: { waivers } })
    return produceEvidence(securityScan, settings, ports({ now: () => now }), '.proofmark')
  }

  it('let one finding in one file pass with a warning, and the evidence keeps both', async () => {
    const { evidence, error } = await scanWith([waive({})])
    expect(error).toBeUndefined()
    expect(evidence.verdict).toBe('passed')
    expect(evidence.checks).toMatchObject([
      {
        id: 'artefact.m.pkl',
        status: 'warn',
        locations: [{ note: expect.stringContaining('os.getcwd'), waiver: 0 }],
        waivers: [waive({})],
      },
      { id: 'waivers', status: 'pass' },
    ])
    expect(evidence.result).toMatchObject({ files: [{ status: 'warn', findings: [{ name: 'os.getcwd' }] }] })
  })

  it.each([
    ['expired', waive({}), new Date('1970-01-02T00:00:00Z'), 'the waiver of os.getcwd expired on 1970-01-01'],
    ['of other bytes', waive({ sha256: 'b'.repeat(64) }), new Date(0), 'the waiver of os.getcwd is for bbbbbbbbbbbb'],
  ])('that are %s let nothing pass, and both checks say so', async (_, waiver, now, why) => {
    const { evidence } = await scanWith([waiver], now)
    expect(evidence.verdict).toBe('failed')
    expect(evidence.checks).toMatchObject([
      { id: 'artefact.m.pkl', status: 'fail', reason: expect.stringContaining(why) },
      { id: 'waivers', status: 'warn', measured: { value: 1, n: 1 } },
    ])
    expect(evidence.checks[0]).not.toHaveProperty('waivers')
  })
})

describe('waivers of workflows', () => {
  const PATH = '.github/workflows/gate.yml'
  const WORKFLOW = `on: pull_request
permissions: write-all
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo
`
  const scanWith = async (change: object) => {
    put(PATH, WORKFLOW)
    const sha256 = createHash('sha256').update(WORKFLOW).digest('hex')
    const waiver = {
      rule: 'workflow',
      name: 'excessive-permissions',
      sha256,
      reason: 'r',
      owner: '@o',
      expires: '1970-01-01',
    }
    const settings = Settings.parse({ security: { paths: ['.'] }, policy: { waivers: [{ ...waiver, ...change }] } })
    const { evidence } = await produceEvidence(securityScan, settings, ports({ now: () => new Date(0) }), '.proofmark')
    return evidence.checks.filter(({ id }) => id.startsWith('workflow.') || id === 'waivers')
  }

  it('let a rule be broken in one content, with a warning', async () => {
    expect(await scanWith({})).toMatchObject([
      {
        id: `workflow.excessive-permissions.${PATH}`,
        status: 'warn',
        reason: expect.stringMatching(
          /^Waived by the policy: excessive-permissions until 1970-01-01 \(by @o\): Expected/,
        ),
        locations: [{ line: 2, waiver: 0 }],
        waivers: [{ rule: 'workflow' }],
      },
      { id: 'waivers', status: 'pass' },
    ])
  })

  it.each([
    ['another rule', { name: 'artipacked' }],
    ['another content', { sha256: 'b'.repeat(64) }],
    ['a file that is to be loaded', { rule: 'artefact' }],
  ])('of %s do not', async (_, change) => {
    expect((await scanWith(change)).map(({ status }) => status)).toEqual(['fail', 'warn'])
  })
})

describe('credentials', () => {
  it('fail with file, line and rule, and the value is nowhere', async () => {
    put('src/settings.py', `# settings\nTOKEN = "${TOKEN}"\n`)
    put('src/other.py', 'x = 1\n')
    const found = await scan(undefined, ['src'])

    expect(statuses(found)).toEqual({
      'artefact.src/other.py': 'pass',
      'artefact.src/settings.py': 'pass',
      'secrets.src/settings.py': 'fail',
    })
    expect(found.checks.find(({ id }) => id === 'secrets.src/settings.py')).toMatchObject({
      reason: expect.stringContaining('src/settings.py:2, github/GITHUB_TOKEN'),
      locations: [{ file: 'src/settings.py', line: 2, note: 'github/GITHUB_TOKEN' }],
    })
    expect(found.result.secrets).toEqual([
      { path: 'src/settings.py', line: 2, rule: 'github/GITHUB_TOKEN', fingerprint: expect.stringMatching(/^\w{16}$/) },
    ])
    expect(JSON.stringify(found)).not.toContain(TOKEN)
  })

  it('in none of the text files is said so', async () => {
    put('a.py', 'x = 1\n')
    put('b.md', '# b\n')
    expect((await scan(undefined, ['.'])).checks.find(({ id }) => id === 'secrets')).toMatchObject({
      status: 'pass',
      reason: 'No credentials found in 2 text files',
    })
  })

  it('are searched for in up to 5 MiB, and a longer file is said to be left out', async () => {
    const text = `TOKEN = "${TOKEN}"\n`
    put('long.txt', text.padEnd(5 * 1024 * 1024, 'x\n'))
    put('longer.txt', text.padEnd(5 * 1024 * 1024 + 1, 'x\n'))
    const found = statuses(await scan(undefined, ['.']))
    expect(found['secrets.long.txt']).toBe('fail')
    expect(found['secrets.longer.txt']).toBe('warn')
  })
})

describe('credentials in what is no plain text', () => {
  const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
  const sha256 = { sha256: hash }

  it('of a notebook are found in sources and outputs, and its pictures are not searched', async () => {
    const notebook = {
      cells: [
        { cell_type: 'markdown', source: ['# Hello'], metadata: {} },
        {
          cell_type: 'code',
          metadata: {},
          source: ['import os\n', `os.environ["T"] = "${TOKEN}"\n`],
          outputs: [
            {
              output_type: 'display_data',
              data: { 'image/png': TOKEN, 'text/html': ['<p>\n', `<b a="${TOKEN}">`] },
              metadata: {},
            },
          ],
        },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    }
    put('train.ipynb', JSON.stringify(notebook, null, 1))
    const found = await scan(undefined, ['train.ipynb'])
    expect(found.result.secrets).toMatchObject([
      { within: 'cell 2, line 2', line: 15, rule: 'github/GITHUB_TOKEN' },
      { within: 'output 1 of cell 2 as text/html, line 2', line: 24 },
    ])
    expect(found.checks.find(({ id }) => id === 'secrets.train.ipynb')).toMatchObject({
      status: 'fail',
      reason: expect.stringContaining('(train.ipynb:15, cell 2, line 2, github/GITHUB_TOKEN) and 1 more'),
    })
    expect(JSON.stringify(found)).not.toContain(TOKEN)
  })

  it('of a model file are found in its metadata', async () => {
    const header = Buffer.from(
      JSON.stringify({
        __metadata__: { license: 'MIT', uploaded_with: TOKEN },
        w: { dtype: 'U8', shape: [1], data_offsets: [0, 1] },
      }),
    )
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(header.length))
    put('w.safetensors', Buffer.concat([length, header, Buffer.from([7])]))
    const found = await scan(['w.safetensors'])
    expect(statuses(found)).toEqual({ 'artefact.w.safetensors': 'pass', 'secrets.w.safetensors': 'fail' })
    expect(found.result.secrets).toEqual([
      {
        path: 'w.safetensors',
        within: 'metadata uploaded_with',
        rule: 'github/GITHUB_TOKEN',
        fingerprint: expect.any(String),
      },
    ])
    expect(JSON.stringify(found)).not.toContain(TOKEN)
  })

  it("that gitleaks has reported count, at the file they are in, and the report's own text does not", async () => {
    put('src/a.py', 'x = 1\n')
    put(
      'gitleaks.json',
      JSON.stringify([{ RuleID: 'generic', File: 'src/a.py', StartLine: 1, Secret: TOKEN, Commit: 'c0ffee' }]),
    )
    const found = await scan(undefined, ['.'], sha256)
    expect(statuses(found)).toEqual({
      'artefact.gitleaks.json': 'pass',
      'artefact.src/a.py': 'pass',
      'secrets.src/a.py': 'fail',
    })
    expect(JSON.stringify(found)).not.toContain(TOKEN)
  })

  it('are found in a report of gitleaks beside its findings, and in one without any', async () => {
    const sarif = { version: '2.1.0', runs: [{ tool: { driver: { name: 'gitleaks' } }, results: [] }] }
    put('empty.sarif', JSON.stringify({ ...sarif, note: TOKEN }))
    put('gitleaks.json', JSON.stringify([{ RuleID: 'a', File: 'a.py', StartLine: 1, Secret: 'x', Message: TOKEN }]))
    expect(statuses(await scan(undefined, ['.'], sha256))).toMatchObject({
      'secrets.empty.sarif': 'fail',
      'secrets.gitleaks.json': 'fail',
      'secrets.a.py': 'fail',
    })
  })

  it('of a baseline only warn; the program writes it, and it has no value', async () => {
    put('a.py', `t = "${TOKEN}"\n`)
    const settings = Settings.parse({ security: { paths: ['a.py'], secrets: { baseline: 'b.json' } } })
    const first = await produceEvidence(securityScan, settings, ports(), '.proofmark')
    expect(first.evidence.checks).toContainEqual(
      expect.objectContaining({
        id: 'secrets-baseline',
        status: 'inconclusive',
        reason: expect.stringContaining('b.json'),
      }),
    )
    expect(await secretsBaseline({ evidence: '.proofmark', baseline: 'b.json' }, ports(sha256))).toEqual({
      path: 'b.json',
      secrets: 1,
    })
    expect(readFileSync(join(root, 'b.json'), 'utf8')).not.toContain(TOKEN)

    const { evidence } = await produceEvidence(securityScan, settings, ports(), '.proofmark')
    expect(evidence.verdict).toBe('passed')
    expect(evidence.result).toMatchObject({ secrets: [{ path: 'a.py', known: true }] })
    expect(evidence.materials).toContainEqual(expect.objectContaining({ name: 'b.json', role: 'settings' }))

    put('a.py', `t = "${TOKEN}"\nu = "${TOKEN.replace('wWPw', 'XYZX')}"\n`)
    expect((await produceEvidence(securityScan, settings, ports(), '.proofmark')).evidence.verdict).toBe('failed')
  })

  it("of a baseline that a pull request brings along fail: the base branch's counts", async () => {
    put('a.py', `t = "${TOKEN}"\n`)
    const first = Settings.parse({ security: { paths: ['a.py'] } })
    await produceEvidence(securityScan, first, ports(), '.proofmark')
    await secretsBaseline({ evidence: '.proofmark', baseline: 'b.json' }, ports(sha256))
    const settings = Settings.parse({ security: { paths: ['a.py'], secrets: { baseline: 'b.json' } } })
    const decided = async (text: string | undefined) =>
      produceEvidence(
        securityScan,
        settings,
        ports({ base: { readText: async () => text, list: async () => [] } }),
        '.proofmark',
      )

    const brought = (await decided(undefined)).evidence
    expect(brought.verdict).toBe('failed')
    expect(brought.checks).toContainEqual(expect.objectContaining({ id: 'secrets-baseline.changed', status: 'warn' }))
    const there = (await decided(readFileSync(join(root, 'b.json'), 'utf8'))).evidence
    expect(there.verdict).toBe('passed')
  })

  it('write no baseline where nothing has been scanned', async () => {
    await expect(secretsBaseline({ evidence: '.proofmark', baseline: 'b.json' }, ports(sha256))).rejects.toMatchObject({
      code: 'secrets-baseline.evidence',
      hint: 'Run `proofmark security-scan` first',
    })
  })
})

describe('dependencies', () => {
  it('without an exact version are a warning, which passes', async () => {
    put('requirements.txt', 'numpy==2.4.6\npandas>=3\nscikit-learn\n')
    const found = await scan(undefined, ['requirements.txt'])

    expect(found.verdict).toBe('passed')
    expect(found.checks.find(({ id }) => id === 'dependencies.requirements.txt')).toMatchObject({
      status: 'warn',
      measured: { value: 2, n: 3 },
      reason: expect.stringContaining('2 of 3 have none: pandas, scikit-learn'),
      locations: [
        { file: 'requirements.txt', line: 2, note: 'pandas>=3' },
        { file: 'requirements.txt', line: 3, note: 'scikit-learn' },
      ],
    })
    expect(found.result.dependencies).toEqual([
      { file: 'requirements.txt', name: 'pandas', line: 2, requirement: 'pandas>=3' },
      { file: 'requirements.txt', name: 'scikit-learn', line: 3, requirement: 'scikit-learn' },
    ])
  })

  it('all with one pass, whatever else is included', async () => {
    put('requirements.txt', '-r base.txt\nnumpy==2.4.6\n')
    const { checks } = await scan(undefined, ['requirements.txt'])
    expect(checks.find(({ id }) => id === 'dependencies.requirements.txt')).toMatchObject({
      status: 'pass',
      reason: expect.stringContaining('base.txt'),
    })
  })

  it('that nobody can read are inconclusive', async () => {
    put('pyproject.toml', '[project\n')
    const found = await scan(undefined, ['pyproject.toml'])
    expect(found.verdict).toBe('inconclusive')
    expect(found.checks.find(({ id }) => id === 'dependencies.pyproject.toml')?.locations).toEqual([
      { file: 'pyproject.toml', line: 1 },
    ])
  })

  it('never show the password of an address', async () => {
    put('requirements.txt', `scoring @ git+https${'://'}user:hunter2secret@example.com/scoring.git@main\n`)
    expect(JSON.stringify(await scan(undefined, ['requirements.txt']))).not.toContain('hunter2')
  })
})

describe('coverage', () => {
  it('every file of model and paths has exactly one artefact check, one scanned twice too', async () => {
    example('model-champion.pkl')
    put('a.bin', new Uint8Array([0, 1, 2, 3]))
    put('empty', '')
    put('deep/er/notes.txt', 'hello\n')
    put('pointer.pkl', `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`)
    const found = await scan(['model-champion.pkl', '*.pkl'], ['.', 'deep'])

    const artefacts = found.checks.filter(({ id }) => id.startsWith('artefact.')).map(({ id, status }) => [id, status])
    expect(artefacts).toEqual([
      ['artefact.a.bin', 'inconclusive'],
      ['artefact.deep/er/notes.txt', 'pass'],
      ['artefact.empty', 'inconclusive'],
      ['artefact.model-champion.pkl', 'pass'],
      ['artefact.pointer.pkl', 'inconclusive'],
    ])
    expect(found.checks.find(({ id }) => id === 'artefact.pointer.pkl')?.hint).toContain('git lfs pull')
    expect(found.materials.map(({ name }) => name)).toEqual(found.result.files.map(({ path }) => path))
  })

  it('a file of a format that is read at once is inconclusive where it is too large for that, and says so', async () => {
    put('huge.ubj', Buffer.from('{L\0\0\0\0\0\0', 'latin1'))
    truncateSync(join(root, 'huge.ubj'), 300_000_000)
    const found = await scan(['huge.ubj'])
    const reason = 'Expected at most 268 435 456 bytes of a format that has to be read at once but found 300 000 000'
    expect(found.checks).toMatchObject([{ status: 'inconclusive', reason: `huge.ubj: ${reason}` }])
    expect(found.result.files).toMatchObject([{ format: 'xgboost-ubj', bytes: 300_000_000, limit: 'size', reason }])
  })

  it('a file that is another than the one that was digested is inconclusive', async () => {
    example('model-champion.pkl')
    const files = { ...localFiles(root), digest: async () => ({ sha256: 'a'.repeat(64), bytes: 3 }) }
    const found = await scan(['model-champion.pkl'], undefined, { files })
    expect(found.result.files).toMatchObject([
      { status: 'inconclusive', limit: 'change', reason: expect.stringContaining('it changed') },
    ])
  })

  it('a large file is inconclusive, too, where it was exchanged after it was digested, were its bytes the same', async () => {
    const names = ['kept.npy', 'exchanged.npy']
    for (const name of names) put(name, largeArray())
    const files = localFiles(root)
    for (const name of names) await files.digest(name)
    copyFileSync(join(root, 'exchanged.npy'), join(root, 'copy'))
    renameSync(join(root, 'copy'), join(root, 'exchanged.npy'))
    const found = await scan(names, undefined, { files })
    expect(found.result.files.map(({ path, status, limit }) => [path, status, limit])).toEqual([
      ['exchanged.npy', 'inconclusive', 'change'],
      ['kept.npy', 'pass', undefined],
    ])
  })

  it('what is left out below a folder is named, with the reason', async () => {
    for (const name of ['src/a.py', 'src/.git/config', 'src/node_modules/b/c.js', '.proofmark/x.json'])
      put(name, 'x = 1\n')
    const found = await scan(undefined, ['.'])
    expect(found.result.files.map(({ path }) => path)).toEqual(['src/a.py'])
    expect(found.result.skipped?.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: '.proofmark/x.json', reason: 'written by Proofmark' },
      { path: 'src/.git', reason: 'left out of every folder' },
      { path: 'src/node_modules', reason: 'left out of every folder' },
    ])
  })

  it('nothing to scan is inconclusive', async () => {
    const found = await scan(['x'], undefined, { files: { ...localFiles(root), list: async () => [] } })
    expect(found.verdict).toBe('inconclusive')
    expect(found.checks[0]?.reason).toContain('found none')
  })

  it('no setting at all is an error of the settings', async () => {
    expect(isConfigured('security-scan', Settings.parse({}))).toBe(false)
    await expect(scan(undefined)).rejects.toMatchObject({ code: 'settings.missing', kind: 'input' })
  })

  it('a path that does not exist is an error that names it', async () => {
    await expect(scan(['missing.pkl'])).rejects.toMatchObject({ message: expect.stringContaining('missing.pkl') })
  })
})

it('the same bytes give the same evidence', async () => {
  for (const name of ['model-champion.joblib', 'requirements.txt']) example(name)
  const settings = Settings.parse({ model: { files: ['model-champion.joblib'] }, security: { paths: ['.'] } })
  const [first, second] = [
    await securityScan.find(settings, ports(), '.proofmark'),
    await securityScan.find(settings, ports(), '.proofmark'),
  ]
  expect(first).toEqual(second)
})

it('its evidence is valid and says passed', async () => {
  for (const name of ['model-champion.joblib', 'requirements.txt']) example(name)
  const settings = Settings.parse({
    model: { files: ['model-champion.joblib'] },
    security: { paths: ['requirements.txt'] },
  })
  const { evidence, error } = await produceEvidence(securityScan, settings, ports(), '.proofmark')
  expect(error).toBeUndefined()
  expect(evidence).toMatchObject({
    gate: 'security-scan',
    verdict: 'passed',
    subject: [{ name: 'model-champion.joblib' }],
  })
})

it('scans nothing that Proofmark itself has written', async () => {
  const root = creditRepository((_, folder) => {
    mkdirSync(join(folder, '.proofmark'))
    writeFileSync(join(folder, '.proofmark/old.pkl'), 'garbage')
  })
  const settings = Settings.parse({ security: { paths: ['.'] } })
  const { result } = await securityScan.find(
    settings,
    compose(root, { info() {}, warn() {}, progress() {} }, {}),
    '.proofmark',
  )
  const paths = result.files.map(({ path }) => path)
  expect(paths).toContain('model-champion.joblib')
  expect(paths).not.toContain('.proofmark/old.pkl')
})
