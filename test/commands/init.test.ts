import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataValidate } from '../../src/commands/data-validate.ts'
import { driftCompare } from '../../src/commands/drift-compare.ts'
import { init } from '../../src/commands/init.ts'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { readYaml } from '../../src/core/documents/read-yaml.ts'
import { readSettings } from '../../src/core/settings/read-settings.ts'
import type { Settings } from '../../src/core/settings/schema.ts'
import { rolesOf } from '../../src/core/starting/roles.ts'
import { verdictOf } from '../../src/core/verdict.ts'
import { localFiles } from '../../src/files/local-files.ts'
import type { Ports } from '../../src/ports.ts'
import { localTables } from '../../src/tables/local-tables.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'proofmark-init-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const unused = () => {
  throw new Error('init has no use for it')
}

const ports = (): Ports => ({
  files: localFiles(root),
  tables: localTables(root),
  advisories: { find: unused },
  metrics: { range: unused },
  scanner: { open: unused },
  programs: { run: unused },
  onnx: { open: unused },
  logs: { open: unused },
  signing: { generate: unused, open: unused, seal: unused, verify: unused, signatory: unused, publicKey: unused },
  identityTokens: { token: unused },
  encryption: { isKeyService: unused, encrypt: unused, decrypt: unused, random: unused },
  log: { info: unused, warn: unused, progress: () => {} },
  context: {},
  now: () => new Date(0),
  noteKeys: { hash: unused, verify: unused, generate: unused, publicKey: unused, sign: unused },
  pause: unused,
  issuers: { keys: unused, verify: unused, thumbprints: unused },
  sha256: unused,
})

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
const all = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
    .toSorted()

function settings(content = text('proofmark.yml')): Settings {
  const file = { name: 'proofmark.yml', text: content }
  return readSettings({ command: 'gate', file, inputs: new Map(), nameInput: ({ name }) => name, rebase: path => path })
}

describe('on the credit example', () => {
  beforeEach(() =>
    cpSync('examples/credit', root, { recursive: true, filter: path => !/proofmark\.yml|odcs|\.proofmark/.test(path) }),
  )

  it('names the right files and columns', async () => {
    const { written, kept } = await init(ports(), { name: 'credit' })
    expect(written).toEqual(['proofmark.yml', 'contract.odcs.yaml', '.github/workflows/proofmark.yml', '.gitignore'])
    expect(kept).toEqual([])
    expect(settings()).toMatchObject({
      model: { name: 'credit', version: '1', files: ['model-forest.joblib'] },
      data: { files: ['applications.csv'], contract: 'contract.odcs.yaml' },
      certify: {
        predictions: 'predictions-forest.csv',
        champion: 'predictions-champion.csv',
        id: 'id',
        label: 'status',
        positive: 'bad',
        score: 'p_bad',
      },
      security: { paths: ['requirements.txt'] },
      drift: { reference: 'train.csv', current: 'current.csv', ignore: ['id'] },
      record: { key: 'proofmark.key' },
      policy: { require: ['data-validate', 'model-certify', 'security-scan', 'drift-compare'] },
    })
  })

  it('proposes claims just below what the predictions show, and says where each number comes from', async () => {
    await init(ports())
    expect(settings().certify.claims).toEqual([
      'auc >= 0.79',
      'accuracy >= 0.76',
      'auc no worse than champion by 0.02',
      'accuracy no worse than champion by 0.03',
    ])
    expect(text('proofmark.yml')).toContain(
      '# AUC on these 1 337 rows is 0.8233, 95 % interval [0.7971, 0.8459]: the floor is',
    )
  })

  it('writes what the gates run on, and a contract that the data keeps', async () => {
    await init(ports())
    const data = await dataValidate.find(settings(), ports(), '.proofmark')
    expect(data.checks.length).toBeGreaterThan(20)
    expect(data.checks.filter(({ status }) => status !== 'pass')).toEqual([])
    const model = await modelCertify.find(settings(), ports(), '.proofmark')
    expect(model.checks.length).toBeGreaterThanOrEqual(4)
    expect(model.checks.filter(({ status }) => status !== 'pass')).toEqual([])
    const drift = await driftCompare.find(settings(), ports())
    expect(verdictOf(drift.checks.map(({ status }) => status))).toBe('failed')
  })

  it('knows what is personal, what is never empty, and what is one of a few', async () => {
    await init(ports())
    const { value } = readYaml('contract.odcs.yaml', text('contract.odcs.yaml'))
    expect(value).toMatchObject({ apiVersion: 'v3.1.0', kind: 'DataContract', name: 'applications', status: 'draft' })
    const properties: unknown = Reflect.get(Object(value), 'schema')[0].properties
    expect(properties).toContainEqual({
      name: 'id',
      logicalType: 'integer',
      required: true,
      unique: true,
      primaryKey: true,
      primaryKeyPosition: 1,
      logicalTypeOptions: { minimum: 0 },
    })
    expect(properties).toContainEqual({
      name: 'status',
      logicalType: 'string',
      required: true,
      quality: [{ metric: 'invalidValues', mustBe: 0, arguments: { validValues: ['bad', 'good'] } }],
    })
    expect(properties).toContainEqual({
      name: 'income',
      logicalType: 'integer',
      classification: 'restricted',
      logicalTypeOptions: { minimum: 0 },
    })
    expect(properties).toContainEqual({ name: 'marital', logicalType: 'string', classification: 'restricted' })
  })

  it('overwrites nothing the second time', async () => {
    await init(ports())
    const before = ['proofmark.yml', 'contract.odcs.yaml', '.github/workflows/proofmark.yml', '.gitignore'].map(text)
    put('proofmark.yml', '# mine now\n')
    const { written, kept } = await init(ports())
    expect(written).toEqual([])
    expect(kept).toEqual(['proofmark.yml', 'contract.odcs.yaml', '.github/workflows/proofmark.yml', '.gitignore'])
    expect(['proofmark.yml', 'contract.odcs.yaml', '.github/workflows/proofmark.yml', '.gitignore'].map(text)).toEqual([
      '# mine now\n',
      ...before.slice(1),
    ])
  })

  it('writes nothing when only asked what it would write', async () => {
    const before = all()
    const { written, files } = await init(ports(), { dryRun: true })
    expect(all()).toEqual(before)
    expect(written).toHaveLength(4)
    expect(settings(files[0]?.content).certify.label).toBe('status')
  })

  it('is done with the same files in folders', async () => {
    const folders: Record<string, string> = { csv: 'data', joblib: 'models', pkl: 'models' }
    for (const name of readdirSync(root)) {
      const folder = folders[name.split('.').at(-1) ?? '']
      if (folder === undefined) continue
      put(`${folder}/${name}`, readFileSync(join(root, name)))
      rmSync(join(root, name))
    }
    await init(ports())
    expect(settings()).toMatchObject({
      model: { files: ['models/model-forest.joblib'] },
      data: { files: ['data/applications.csv'] },
      certify: { predictions: 'data/predictions-forest.csv', champion: 'data/predictions-champion.csv' },
    })
  })
})

describe('with hostile names', () => {
  const NAMES = [
    'no',
    'id: x',
    "it's",
    '"q"',
    '1',
    '# c',
    '- d',
    'a\nb',
    'é ü',
    '日本',
    '😀 p',
    'yes',
    '~',
    'null',
    '2024-01-01',
    '0x1F',
    '{a}',
    '[b]',
    '&x',
    '*y',
    '!z',
    '%d',
    '@e',
    '`f',
    'a: b: c',
    'a #b',
    ' lead',
    'trail ',
    'tab\there',
    '\u2028ls',
    '\u202erlo',
    '=',
    '<<',
    `\${{ secrets.A }}`,
    '1e3',
    '.inf',
  ]

  it('every column survives in a contract that the data keeps', async () => {
    put(
      'weird: data #1.csv',
      csv([
        NAMES,
        ...Array.from({ length: 100 }, (_, i) => NAMES.map((_name, j) => (j === 1 ? `${i}` : `${NAMES[(i + j) % 9]}`))),
      ]),
    )
    await init(ports())
    const { value } = readYaml('contract.odcs.yaml', text('contract.odcs.yaml'))
    const properties: { name: string }[] = Reflect.get(Object(value), 'schema')[0].properties
    expect(properties.map(({ name }) => name)).toEqual(NAMES)
    expect(settings().data.files).toEqual(['weird: data #1.csv'])
    const { checks } = await dataValidate.find(settings(), ports(), '.proofmark')
    expect(checks.length).toBeGreaterThan(NAMES.length)
    expect(checks.filter(({ status }) => status !== 'pass')).toEqual([])
  })

  it('predictions are named as they are', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      `k${i}`,
      i % 3 ? 'null' : 'no',
      String((i % 3 ? 0.2 : 0.6) + i / 300),
    ])
    put("it's: no.csv", csv([['no', 'yes: #1', 'p "x"'], ...rows]))
    await init(ports())
    expect(settings().certify).toMatchObject({
      predictions: "it's: no.csv",
      id: 'no',
      label: 'yes: #1',
      positive: 'no',
      score: 'p "x"',
    })
    const { checks } = await modelCertify.find(settings(), ports(), '.proofmark')
    expect(checks.map(({ status }) => status)).toContain('pass')
    expect(checks.map(({ status }) => status)).not.toContain('fail')
  })
})

describe('in an empty folder', () => {
  it('writes a commented start, says what it looked for, and configures nothing', async () => {
    const { written, found } = await init(ports())
    expect(written).toEqual(['proofmark.yml', '.github/workflows/proofmark.yml', '.gitignore'])
    const { model, data, certify, drift, policy } = settings()
    expect([model, data, drift.reference, certify.predictions]).toEqual([
      {},
      { 'result-thresholds': {} },
      undefined,
      undefined,
    ])
    expect(policy.require).toHaveLength(4)
    const roles = rolesOf(found)
    expect(roles.map(({ name }) => name)).toEqual([
      'model',
      'predictions',
      'champion',
      'data',
      'reference',
      'current',
      'dependencies',
    ])
    expect(
      roles.every(({ files, because }) => files.length === 0 && because.startsWith('none found: looked for ')),
    ).toBe(true)
  })

  it('has examples that are valid as soon as they are no comments', async () => {
    await init(ports())
    const live = text('proofmark.yml').replace(/^# (?=([a-z-]+:| +(- |[a-z-]+:)))/gm, '')
    expect(settings(live)).toMatchObject({
      model: { files: ['models/model.joblib'] },
      data: { contract: 'contract.odcs.yaml' },
      certify: { champion: 'predictions-champion.csv', claims: ['auc >= 0.80', 'auc no worse than champion by 0.01'] },
      security: { paths: ['requirements.txt'] },
      drift: { ignore: ['id'] },
      policy: { 'validity-days': 90 },
    })
  })
})

describe('looks with bounds and care', () => {
  it('at 50 tables and no more', async () => {
    for (let i = 0; i < 55; i++) put(`t${String(i).padStart(2, '0')}.csv`, 'a,b\n1,2\n')
    const { found } = await init(ports())
    expect(found.looked).toMatchObject({ tables: 50, tablesLeft: 5 })
  })

  it('at 100 000 rows and no more, and says so', async () => {
    put('big.csv', `id,x\n${Array.from({ length: 100_001 }, (_, i) => `${i},${i < 100_000 ? 1 : 'odd'}`).join('\n')}\n`)
    const { found } = await init(ports())
    expect(found.data).toMatchObject({ rows: 100_000, complete: false })
    expect(text('contract.odcs.yaml')).toContain('from its first 100 000 rows alone')
  })

  it('over tables it cannot read', async () => {
    put('ragged.csv', 'a,b\n1,2,3\n')
    put('semicolons.csv', 'a;b\n1;2\n')
    put('good.csv', 'id,b\n1,2\n')
    const { found } = await init(ports())
    expect(found.skipped.map(({ path }) => path)).toEqual(['ragged.csv', 'semicolons.csv'])
    expect(found.skipped[0]?.reason).toMatch(/^Expected 2 cells as in the header but found 3/)
    expect(found.data?.path).toBe('good.csv')
  })

  it('not into environments and caches', async () => {
    put('.venv/lib/data.csv', 'a,b\n1,2\n')
    put('venv/model.joblib', '\u0080\u0004')
    put('.proofmark/requirements.txt', 'x\n')
    const { found } = await init(ports())
    expect(found).toMatchObject({ looked: { files: 0, tables: 0 }, dependencies: [] })
    expect(found.model).toBeUndefined()
  })

  it('for a contract that is there, and Git LFS', async () => {
    put('good.csv', 'id,b\n1,2\n')
    put('contracts/mine.odcs.yaml', 'kind: DataContract\n')
    put('model.onnx', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n')
    const { written, kept } = await init(ports())
    expect(written).not.toContain('contract.odcs.yaml')
    expect(kept).toEqual(['contracts/mine.odcs.yaml'])
    expect(settings().data.contract).toBe('contracts/mine.odcs.yaml')
    expect(settings().model.files).toEqual(['model.onnx'])
    expect(text('.github/workflows/proofmark.yml')).toContain('lfs: true')
  })

  it('names the editor schema only where it is', async () => {
    put('node_modules/proofmark/schema/proofmark.schema.json', '{}')
    await init(ports())
    expect(text('proofmark.yml').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=node_modules/proofmark/schema/proofmark.schema.json',
    )
    rmSync(join(root, 'proofmark.yml'))
    rmSync(join(root, 'node_modules'), { recursive: true })
    await init(ports())
    expect(text('proofmark.yml')).not.toContain('yaml-language-server')
  })

  it('proposes no claim where a guess would do as well', async () => {
    put(
      'predictions.csv',
      `id,y,score\n${Array.from({ length: 40 }, (_, i) => `${i},${i % 2},0.${(i * 7) % 10}5`).join('\n')}\n`,
    )
    await init(ports())
    expect(settings().certify).toMatchObject({ predictions: 'predictions.csv' })
    expect(settings().certify.claims).toBeUndefined()
    expect(text('proofmark.yml')).toContain('# claims:')
  })
})
