import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataValidate } from '../../src/commands/data-validate.ts'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import type { Check } from '../../src/core/evidence.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { verdictOf } from '../../src/core/verdict.ts'
import { localFiles } from '../../src/files/local-files.ts'
import type { Ports } from '../../src/ports.ts'
import { localTables } from '../../src/tables/local-tables.ts'
import { isConfigured } from '../harness/is-configured.ts'
import { sha256 } from '../harness/sha256.ts'

let root: string
const progress: string[] = []
const log = { info: () => {}, warn: () => {}, progress: (message: string) => void progress.push(message) }

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-'))
  cpSync('examples/credit', root, { recursive: true })
  progress.length = 0
})
afterEach(() => rmSync(root, { recursive: true }))

/** The real adapters, and none of those the gate has no business with. */
const ports = (): Ports => ({
  files: localFiles(root),
  tables: localTables(root),
  log,
  context: {},
  now: () => new Date(0),
  noteKeys: { hash: unused, verify: unused, generate: unused, publicKey: unused, sign: unused },
  pause: unused,
  issuers: { keys: unused, verify: unused, thumbprints: unused },
  sha256: unused,
  advisories: { find: unused },
  metrics: { range: unused },
  scanner: { open: unused },
  programs: { run: unused },
  onnx: { open: unused },
  logs: { open: unused },
  signing: { generate: unused, open: unused, seal: unused, verify: unused, signatory: unused, publicKey: unused },
  identityTokens: { token: unused },
  encryption: { isKeyService: unused, encrypt: unused, decrypt: unused, random: unused },
})
const unused = () => {
  throw new Error('The gate has no business with it')
}

const put = (name: string, content: string) => writeFileSync(join(root, name), content)
const edit = (name: string, change: (text: string) => string) =>
  put(name, change(readFileSync(join(root, name), 'utf8')))
const settings = (data: { files?: string[]; contract?: string }) => Settings.parse({ data })
const validate = (files: string[], contract = 'contract.odcs.yaml') =>
  dataValidate.find(settings({ files, contract }), ports(), '.proofmark')
const problems = (checks: readonly Check[]) => checks.filter(({ status }) => status !== 'pass')

const contract = (...tables: string[]) =>
  `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n${tables.join('')}`
const table = (name: string, properties: string) => `  - { name: ${name}, properties: [${properties}] }\n`

describe('the credit applications', () => {
  it('keep their contract, and every check says how near the limit they are', async () => {
    const { checks, materials, result } = await validate(['applications.csv'])
    expect(problems(checks)).toEqual([])
    expect(checks).toHaveLength(44)
    expect(checks.find(({ id }) => id === 'applications.income.income-known')).toEqual({
      id: 'applications.income.income-known',
      title: "Empty cells of 'income': less than 10 percent",
      status: 'pass',
      measured: { value: (100 * 381) / 4454, unit: 'percent', share: 381 / 4454, n: 4454 },
      required: { comparator: '<', value: 10, unit: 'percent' },
      reason: "'income' is empty in 381 of 4 454 rows (8.554 %); required: less than 10 percent",
      locations: [{ file: 'contract.odcs.yaml', line: 158, note: 'the rule' }],
    })
    expect(materials.map(({ name, role, rows }) => [name, role, rows])).toEqual([
      ['contract.odcs.yaml', 'contract', undefined],
      ['applications.csv', 'data', 4454],
    ])
    expect(result.files).toHaveLength(1)
  })

  it('break it in one month of production, where the data did change', async () => {
    const { checks } = await validate(['current.csv'])
    expect(verdictOf(checks.map(({ status }) => status))).toBe('failed')
    expect(problems(checks).map(({ id, status }) => [id, status])).toEqual([
      ['applications.home.known-home', 'fail'],
      ['applications.assets.assets-known', 'fail'],
    ])
    expect(checks.find(({ id }) => id.endsWith('known-home'))).toMatchObject({
      reason: expect.stringContaining("in 72 of 1 337 rows (5.385 %): 'cooperative' (72); required: exactly 0"),
      locations: [
        { file: 'current.csv', line: 57, column: 'home' },
        { column: 'home' },
        { column: 'home' },
        { column: 'home' },
        { column: 'home' },
        { file: 'contract.odcs.yaml', line: 76 },
      ],
    })
  })

  it('never show a value of a sensitive column, whatever is wrong with it', async () => {
    const ages = ['1234567', 'sensitive-age', '', '-987654', '12.34567']
    edit('applications.csv', text =>
      text
        .split('\n')
        .map((line, i) =>
          i > 0 && i <= ages.length ? line.replace(/^((?:[^,]*,){5})[^,]*/, `$1${ages[i - 1]}`) : line,
        )
        .join('\n'),
    )
    edit('contract.odcs.yaml', text =>
      text.replace(
        /(- name: age\n[\s\S]*?)classification: restricted/,
        `$1classification: restricted
        unique: true
        quality:
          - { metric: invalidValues, arguments: { validValues: [1] }, mustBe: 0 }
          - { metric: missingValues, arguments: { missingValues: [unknown] }, mustBe: 0 }
          - { metric: duplicateValues, mustBe: 0 }`,
      ),
    )
    const { evidence } = await produceEvidence(
      dataValidate,
      settings({ files: ['applications.csv'], contract: 'contract.odcs.yaml' }),
      ports(),
      'out',
    )
    const broken = problems(evidence.checks).map(({ id }) => id)
    expect(broken).toEqual(
      expect.arrayContaining(
        ['type', 'range', 'required', 'unique', 'invalid-values', 'duplicate-values'].map(
          id => `applications.age.${id}`,
        ),
      ),
    )
    const written = readFileSync(join(root, 'out/data-validate.evidence.json'), 'utf8')
    for (const age of ages.filter(text => text !== '')) expect(written).not.toContain(age)
    expect(written).toContain('"column": "age"')
  })
})

describe('evidence', () => {
  it('is valid, and the same for the same bytes', async () => {
    const run = async () => {
      const { evidence } = await produceEvidence(
        dataValidate,
        settings({ files: ['current.csv'], contract: './contract.odcs.yaml' }),
        ports(),
        'out',
      )
      return { ...evidence, run: undefined }
    }
    const first = await run()
    expect(first.verdict).toBe('failed')
    expect(JSON.stringify(first)).not.toContain(root)
    expect(await run()).toEqual(first)
  })

  it('is left behind, inconclusive, where the data cannot be read', async () => {
    edit('current.csv', text => text.replace('\n', '\n1,2\n'))
    const { evidence, error } = await produceEvidence(
      dataValidate,
      settings({ files: ['current.csv'], contract: 'contract.odcs.yaml' }),
      ports(),
      'out',
    )
    expect(error).toMatchObject({ code: 'table.ragged-row', kind: 'input' })
    expect(evidence).toMatchObject({ verdict: 'inconclusive', result: null })
    expect(evidence.checks).toMatchObject([{ id: 'table.ragged-row', locations: [{ file: 'current.csv', line: 2 }] }])
  })
})

describe('several files', () => {
  it('are each held against the table they are named for', async () => {
    put(
      'c.yaml',
      contract(
        table('orders', '{ name: id, logicalType: integer }'),
        table('people', '{ name: name, required: true }'),
      ),
    )
    put('orders.csv', 'id\n1\nx\n')
    put('people.csv', 'name\na\n')
    const { checks, result } = await validate(['orders.csv', 'people.csv'], 'c.yaml')
    expect(result.files.map(({ file, table: name }) => [file, name])).toEqual([
      ['orders.csv', 'orders'],
      ['people.csv', 'people'],
    ])
    expect(problems(checks)).toMatchObject([
      { id: 'orders.id.type', title: "orders.csv: Every value of 'id' is an integer", status: 'fail' },
    ])
  })

  it('may be of one table, under ids of their own', async () => {
    const { checks } = await validate(['train.csv', 'holdout.csv'])
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
    expect(checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['applications@holdout.csv.enough-rows', 'applications@train.csv.enough-rows']),
    )
    expect(problems(checks)).toEqual([])
  })

  it('are refused where a name fits no table of several, or more than one', async () => {
    put('c.yaml', contract(table('orders', '{ name: id }'), table('people', '{ name: id }')))
    await expect(validate(['current.csv'], 'c.yaml')).rejects.toMatchObject({
      code: 'contract.no-table',
      message: 'Expected current.csv to be named after one table of c.yaml but it is named after none',
      hint: 'Name the file after one of: orders, people; or set physicalName to current.csv',
    })
    put(
      'd.yaml',
      contract(
        table('current', '{ name: id }'),
        table('people', '{ name: id }').replace('properties', 'physicalName: current.csv, properties'),
      ),
    )
    await expect(validate(['current.csv'], 'd.yaml')).rejects.toMatchObject({
      message: expect.stringContaining('2 have its name'),
    })
  })

  it('that are not there are warned of, table by table', async () => {
    put('c.yaml', contract(table('current', '{ name: id }'), table('people', '{ name: id }')))
    const { checks } = await validate(['current.csv'], 'c.yaml')
    expect(problems(checks).map(({ id, status }) => [id, status])).toEqual([
      ['current.unexpected-columns', 'warn'],
      ['people.file', 'warn'],
    ])
  })
})

describe('nothing passes that was not checked', () => {
  it('a table without rows', async () => {
    edit('current.csv', text => text.slice(0, text.indexOf('\n')))
    const { checks } = await validate(['current.csv'])
    const passed = checks.filter(({ status }) => status === 'pass')
    expect(passed.map(({ id }) => id)).toEqual(['applications.columns', 'applications.unexpected-columns'])
    expect(checks.filter(({ status }) => status === 'inconclusive').length).toBeGreaterThan(30)
  })

  it('a table without rows whose contract says nothing of them', async () => {
    put('c.yaml', contract(table('t', '{ name: a }')))
    put('t.csv', 'a\n')
    const { checks } = await validate(['t.csv'], 'c.yaml')
    expect(problems(checks)).toMatchObject([{ id: 't.rows', status: 'inconclusive' }])
  })

  it('a contract without columns', async () => {
    put('c.yaml', contract('  - name: t\n'))
    put('t.csv', 'a\n1\n')
    const { checks } = await validate(['t.csv'], 'c.yaml')
    expect(verdictOf(checks.map(({ status }) => status))).toBe('inconclusive')
  })

  it('the contract of another table', async () => {
    const { checks } = await validate(['predictions-champion.csv'])
    expect(checks.find(({ id }) => id === 'applications.columns')).toMatchObject({
      status: 'fail',
      reason:
        "Only 2 of the 15 columns of 'applications' are in predictions-champion.csv: the contract seems to be about another table",
    })
  })
})

describe('settings', () => {
  it('name the data and the contract', async () => {
    await expect(
      dataValidate.find(settings({ contract: 'contract.odcs.yaml' }), ports(), '.proofmark'),
    ).rejects.toMatchObject({
      code: 'settings.missing',
      message: "Expected 'data.files' to be set (the tables to validate) but found nothing",
    })
    await expect(dataValidate.find(settings({ files: ['current.csv'] }), ports(), '.proofmark')).rejects.toMatchObject({
      code: 'settings.missing',
      message: "Expected 'data.contract' to be set (what they must look like) but found nothing",
    })
    await expect(validate(['current.csv'], '.')).rejects.toMatchObject({ code: 'settings.contract' })
    await expect(validate(['current.csv'], 'contract.yaml')).rejects.toMatchObject({ code: 'file.missing' })
    await expect(validate(['nothing-*.csv'])).rejects.toMatchObject({ code: 'file.no-match' })
  })

  it('configure the gate as soon as they name one of the two', () => {
    expect(isConfigured('data-validate', settings({}))).toBe(false)
    expect(isConfigured('data-validate', settings({ files: ['a.csv'] }))).toBe(true)
    expect(isConfigured('data-validate', settings({ contract: 'c.yaml' }))).toBe(true)
  })
})

it('long files tell how far they are', async () => {
  put('c.yaml', contract(table('t', '{ name: a, logicalType: integer }')))
  put('t.csv', `a\n${'1\n'.repeat(600_000)}`)
  const { result } = await validate(['t.csv'], 'c.yaml')
  expect(result.files[0]?.rows).toBe(600_000)
  expect(progress.length).toBeGreaterThan(1)
  expect(progress.at(-1)).toBe('t.csv: 600 000 rows')
})

describe('a JSON Schema that the contract names', () => {
  const asked = (path: string) =>
    contract(
      table(
        't',
        `{ name: x, quality: [{ type: custom, engine: proofmark, implementation: { expectation: expect_column_values_to_match_json_schema, json_schema: ${path} } }] }`,
      ),
    )
  const run = (files: string[]) =>
    dataValidate.find(
      settings({ files, contract: 'contracts/c.yaml' }),
      { ...ports(), sha256, tables: localTables(root, 2) },
      '.proofmark',
    )

  it('is read beside it, judges in every worker, and is among the materials', async () => {
    mkdirSync(join(root, 'contracts/schemas'), { recursive: true })
    put('contracts/c.yaml', asked('schemas/x.json'))
    put('contracts/schemas/x.json', JSON.stringify({ type: 'object', required: ['a'] }, null, 2))
    const rows = 300_000
    put('t.csv', `x\n${'"{""a"": 1}"\n'.repeat(rows)}"{}"\n`)
    const { checks, materials } = await run(['t.csv'])
    expect(checks).toContainEqual(
      expect.objectContaining({
        id: 't.x.values-to-match-json-schema',
        status: 'fail',
        reason: expect.stringContaining(`in 1 of 300 001 cells`),
        locations: [
          { file: 't.csv', line: rows + 2, column: 'x', value: '{}' },
          { file: 'contracts/c.yaml', line: 7, note: 'the rule' },
        ],
      }),
    )
    expect(materials.map(({ name, role }) => [name, role])).toEqual([
      ['contracts/c.yaml', 'contract'],
      ['contracts/schemas/x.json', 'contract'],
      ['t.csv', 'data'],
    ])
  })

  it.each([
    ['is not there', 'none.json', /contracts\/none\.json/],
    ['leads out of the repository', '../../x.json', /names \.\.\/\.\.\/x\.json/],
    ['is no JSON', '../contract.odcs.yaml', /Expected contract\.odcs\.yaml to be a JSON Schema but it is no JSON/],
  ])('and that %s is told of', async (_, path, why) => {
    mkdirSync(join(root, 'contracts'), { recursive: true })
    put('contracts/c.yaml', asked(path))
    put('t.csv', 'x\n1\n')
    await expect(run(['t.csv'])).rejects.toThrow(why)
  })
})
