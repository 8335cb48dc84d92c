import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { Evidence } from '../../src/core/evidence.ts'
import { modelId } from '../../src/core/record/model/model-id.ts'
import { Waiver } from '../../src/core/security/waivers/waiver.ts'
import { cyclonedx } from '../../src/report/cyclonedx/cyclonedx.ts'
import { certified, scanned } from './some-evidence.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const require = createRequire(import.meta.url)
const addFormats2019: (ajv: Ajv) => void = require('ajv-formats-draft2019')
const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema')
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

/** The official schema of CycloneDX 1.6. */
const ajv = new Ajv({ strict: false })
addFormats.default(ajv)
addFormats2019(ajv)
ajv.addSchema(read('spdx.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
ajv.addSchema(read('jsf-0.82.SNAPSHOT.schema.json'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
const valid = ajv.compile(read('bom-1.6.SNAPSHOT.schema.json'))

const vulnerable = scanned([], {
  dependencies: [{ file: 'requirements.txt', name: 'pandas', line: 2, requirement: 'pandas>=3' }],
  vulnerabilities: [
    {
      file: 'requirements.txt',
      line: 1,
      ecosystem: 'PyPI',
      name: 'Scikit_Learn',
      version: '1.4.0',
      source: 'OSV',
      update: '1.5.0',
      vulnerabilities: [{ ids: ['GHSA-jw8x-6495-233v', 'CVE-2024-5206'], severity: 'medium', fixed: '1.5.0' }],
    },
  ],
})

const CARD = {
  name: 'credit',
  owner: 'Risk team',
  users: ['Loan officers'],
  'intended-use': ['Rank applications'],
  limitations: ['Few applicants under 20'],
  'ethical-considerations': ['Age is a feature'],
}

it('says of a model what its card declares', () => {
  const { metadata } = cyclonedx([certified([], { card: CARD })], sha256)
  expect(metadata.component?.modelCard?.considerations).toEqual({
    users: ['Loan officers'],
    useCases: ['Rank applications'],
    technicalLimitations: ['Few applicants under 20'],
    ethicalConsiderations: [{ name: 'Age is a feature' }],
  })
})

it('is valid by the official schema, and the schema can tell', () => {
  for (const evidence of [
    [vulnerable, certified()],
    [certified([], { card: CARD })],
    [vulnerable],
    [certified()],
    [{ ...vulnerable, result: null }],
    [],
  ]) {
    expect(valid(cyclonedx(evidence, sha256)), JSON.stringify(valid.errors)).toBe(true)
  }
  expect(valid({ ...cyclonedx([vulnerable], sha256), serialNumber: 'urn:uuid:1' })).toBe(false)
})

describe('the model', () => {
  it('is known by its file, its digest and its model id', () => {
    const { component } = cyclonedx([vulnerable], sha256).metadata
    expect(component).toMatchObject({
      type: 'machine-learning-model',
      name: 'models/credit.joblib',
      version: modelId(vulnerable.subject, sha256),
      hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }],
    })
  })

  it('of several files holds them all, and is called by their folder', () => {
    const [file] = vulnerable.subject
    const subject = ['models/credit/a.bin', 'models/credit/deep/b.json'].map(name => ({ ...file, name }))
    const bom = cyclonedx([Evidence.parse({ ...vulnerable, subject })], sha256)
    expect(bom.metadata.component).toMatchObject({
      name: 'models/credit',
      components: subject.map(({ name }) => ({ type: 'file', name, hashes: [{ alg: 'SHA-256' }] })),
    })
    expect(bom.metadata.component).not.toHaveProperty('hashes')
    expect(valid(bom), JSON.stringify(valid.errors)).toBe(true)
  })

  it('of a name that no certificate could state has no model id', () => {
    const subject = vulnerable.subject.map(file => ({ ...file, name: 'a\\b' }))
    expect(cyclonedx([Evidence.parse({ ...vulnerable, subject })], sha256).metadata.component).not.toHaveProperty(
      'version',
    )
  })

  it('has the metrics that model-certify measured, with their intervals, and not those it could not', () => {
    expect(cyclonedx([vulnerable, certified()], sha256).metadata.component?.modelCard).toEqual({
      modelParameters: {
        approach: { type: 'supervised' },
        task: 'binary classification',
        datasets: [{ ref: 'file:predictions.csv' }],
      },
      quantitativeAnalysis: {
        performanceMetrics: [
          { type: 'auc', value: '0.75', confidenceInterval: { lowerBound: '0.625', upperBound: '0.875' } },
          { type: 'brier', value: '0.125' },
        ],
      },
    })
  })

  it('has no card where nothing certified it', () => {
    expect(cyclonedx([vulnerable], sha256).metadata.component).not.toHaveProperty('modelCard')
  })
})

it('lists tables as data, other files as files, and libraries as far as the evidence names them', () => {
  const { components } = cyclonedx([vulnerable, certified()], sha256)
  expect(components.map(({ type, name }) => [type, name])).toEqual([
    ['file', 'requirements.txt'],
    ['data', 'predictions.csv'],
    ['library', 'Scikit_Learn'],
    ['library', 'pandas'],
  ])
  expect(components[2]?.purl).toBe('pkg:pypi/scikit-learn@1.4.0')
  expect(components[3]?.properties).toContainEqual({ name: 'proofmark:requirement', value: 'pandas>=3' })
})

it('names the columns that the contract calls sensitive, and no value', () => {
  const column = { column: 'age', type: 'integer', sensitive: true, nulls: 0 }
  const { gate: _, result: __, ...rest } = scanned([])
  const validated = Evidence.parse({
    ...rest,
    gate: 'data-validate',
    materials: [{ name: 'data.csv', role: 'data', digest: { sha256: 'd'.repeat(64) }, bytes: 1 }],
    result: {
      files: [
        { file: 'data.csv', table: 't', rows: 1, columns: [column, { ...column, column: 'ok', sensitive: false }] },
      ],
    },
  })
  const bom = cyclonedx([validated], sha256)
  expect(bom.components[0]?.data).toEqual([{ type: 'dataset', name: 'data.csv', sensitiveData: ['column age'] }])
  expect(valid(bom), JSON.stringify(valid.errors)).toBe(true)
})

it('states every known vulnerability with what it affects, in triage', () => {
  const bom = cyclonedx([vulnerable], sha256)
  expect(bom.vulnerabilities).toMatchObject([
    {
      id: 'GHSA-jw8x-6495-233v',
      source: { name: 'OSV' },
      references: [{ id: 'CVE-2024-5206' }],
      ratings: [{ severity: 'medium' }],
      recommendation: 'Update Scikit_Learn to 1.5.0 or later',
      analysis: { state: 'in_triage', detail: 'requirements.txt:1 has Scikit_Learn 1.4.0' },
    },
  ])
  const refs = bom.components.map(component => component['bom-ref'])
  expect(refs).toContain(bom.vulnerabilities?.[0]?.affects[0]?.ref)
  expect(new Set(refs).size).toBe(refs.length)
})

describe('a waived vulnerability', () => {
  const waiver = (change: object = {}) => ({
    rule: 'vulnerabilities',
    name: 'CVE-2024-5206',
    package: 'Scikit_Learn@1.4.0',
    state: 'not_affected',
    justification: 'code_not_reachable',
    reason: 'No TfidfVectorizer',
    owner: '@acme/risk',
    expires: '2026-12-31',
    ...change,
  })
  const bomWith = (change: object) => {
    const result = structuredClone(vulnerable.gate === 'security-scan' ? vulnerable.result : null)
    const [found] = result?.vulnerabilities ?? []
    const check = {
      id: 'vulnerabilities.x',
      title: 'x',
      status: 'warn' as const,
      reason: 'x',
      waivers: [Waiver.parse(waiver(change))],
    }
    const vulnerabilities = [
      { ...found, vulnerabilities: found?.vulnerabilities.map(each => ({ ...each, waiver: waiver(change) })) },
    ]
    const bom = cyclonedx([scanned([check], { vulnerabilities })], sha256)
    expect(valid(bom), JSON.stringify(valid.errors)).toBe(true)
    return bom
  }

  it('is stated as its owner has it, with why and until when', () => {
    const { vulnerabilities, metadata } = bomWith({})
    expect(vulnerabilities?.[0]?.analysis).toEqual({
      state: 'not_affected',
      justification: 'code_not_reachable',
      detail: 'No TfidfVectorizer (waived by @acme/risk until 2026-12-31; requirements.txt:1 has Scikit_Learn 1.4.0)',
    })
    expect(vulnerabilities?.[0]?.affects[0]?.versions).toEqual([{ version: '1.4.0', status: 'unaffected' }])
    expect(metadata.properties).toContainEqual({
      name: 'proofmark:waiver',
      value: 'CVE-2024-5206 in Scikit_Learn@1.4.0 until 2026-12-31, by @acme/risk: No TfidfVectorizer',
    })
  })

  it('that can be exploited is a risk that is taken, and still affects', () => {
    const { vulnerabilities } = bomWith({ state: undefined })
    expect(vulnerabilities?.[0]).toMatchObject({
      analysis: { state: 'exploitable', response: ['will_not_fix'] },
      affects: [{ versions: [{ status: 'affected' }] }],
    })
    expect(vulnerabilities?.[0]?.analysis).not.toHaveProperty('justification')
  })
})

it('lists every package that the scanned files pin, each once', () => {
  const packages = [
    { file: 'uv.lock', line: 3, ecosystem: 'PyPI', name: 'numpy', version: '2.4.6' },
    { file: 'package-lock.json', line: 9, ecosystem: 'npm', name: '@scope/x', version: '1.0.0' },
    { file: 'uv.lock', line: 8, ecosystem: 'PyPI', name: 'Scikit_Learn', version: '1.4.0' },
  ]
  const vulnerabilities = vulnerable.gate === 'security-scan' ? vulnerable.result?.vulnerabilities : []
  const bom = cyclonedx([scanned([], { packages, vulnerabilities })], sha256)
  expect(valid(bom), JSON.stringify(valid.errors)).toBe(true)
  expect(bom.components.filter(({ type }) => type === 'library').map(({ purl }) => purl)).toEqual([
    'pkg:pypi/numpy@2.4.6',
    'pkg:npm/%40scope/x@1.0.0',
    'pkg:pypi/scikit-learn@1.4.0',
  ])
})

it('has a serial number of its contents alone, and the time of the evidence', () => {
  const later = Evidence.parse({ ...vulnerable, run: { ...vulnerable.run, finishedAt: '2027-01-01T00:00:00.000Z' } })
  const [first, second] = [cyclonedx([vulnerable], sha256), cyclonedx([later], sha256)]
  expect(first.serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(second.serialNumber).toBe(first.serialNumber)
  expect(second.metadata.timestamp).toBe('2027-01-01T00:00:00.000Z')
  expect(cyclonedx([scanned([])], sha256).serialNumber).not.toBe(first.serialNumber)
})
