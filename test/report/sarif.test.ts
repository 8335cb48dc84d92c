import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/core/evidence.ts'
import { Waiver } from '../../src/core/security/waivers/waiver.ts'
import * as rules from '../../src/core/security/workflows/rules/index.ts'
import { ruleIdOf, ruleKindOf } from '../../src/report/sarif/rule-kind.ts'
import { sarif } from '../../src/report/sarif/sarif.ts'
import { certified, scanned } from './some-evidence.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The official schema (SARIF 2.1.0 rtm.5, as npm's @microsoft/jest-sarif 1.0.0-beta.0 ships it); what is left is the same in JSON Schema 4 and 7. */
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.schema.json', 'utf8'))
const ajv = new Ajv({ strict: false, unicodeRegExp: false })
addFormats.default(ajv)
const valid = ajv.compile(schema)

const artefact = (byte: number, change: Partial<Check> = {}): Check => ({
  id: 'artefact.models/credit.joblib',
  title: 'What loading models/credit.joblib would run (a pickle)',
  status: 'fail',
  reason: 'models/credit.joblib: Expected only known imports but os.getcwd is imported and called',
  hint: 'Save it with skops',
  locations: [
    { file: 'models/credit.joblib', note: `byte ${byte}: os.getcwd is imported and called` },
    { file: 'models/credit.joblib', note: `byte ${byte + 9}: os.getpid is imported` },
  ],
  ...change,
})
const secret = (line: number): Check => ({
  id: 'secrets.src/set tings.py',
  title: 'src/set tings.py holds no credentials',
  status: 'fail',
  reason: 'Expected no credentials but found one',
  locations: [{ file: 'src/set tings.py', line, note: 'github/GITHUB_TOKEN' }],
})
const passing: Check = { id: 'secrets', title: 'No credentials', status: 'pass', reason: 'No credentials found' }
const run = (checks: readonly Check[], make = scanned) => sarif(make(checks), sha256).runs[0]

it('is valid by the official schema, and the schema can tell', () => {
  const log = sarif(scanned([artefact(14), secret(3), passing]), sha256)
  expect(valid(log), JSON.stringify(valid.errors)).toBe(true)
  expect(valid({ ...log, version: '2.0.0' })).toBe(false)
  expect(valid({ ...log, runs: [{ ...log.runs[0], results: [{ ruleId: 'x' }] }] })).toBe(false)
})

it('has a result for every place of every check that did not pass, the worst first', () => {
  const unpinned: Check = {
    ...secret(1),
    id: 'dependencies.requirements.txt',
    status: 'warn',
    locations: [{ file: 'requirements.txt', line: 2 }],
  }
  const { results, tool } = run([unpinned, passing, artefact(14)])
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['artefact', 'error'],
    ['artefact', 'error'],
    ['dependencies', 'warning'],
  ])
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  expect(results[0]?.message.text).toMatch(/^Here: byte 14: os\.getcwd .*Save it with skops\.$/)
})

it('says the key of a row at fault, by which its alert is recognised wherever the row has moved', () => {
  const row = (line: number, id: string) => ({
    file: 'data.csv',
    line,
    column: 'age',
    value: '-3',
    key: [
      { column: 'id', value: id },
      { column: 'card', hash: '0123456789ab' },
    ],
  })
  const broken = (...locations: NonNullable<Check['locations']>): Check => ({
    id: 'age.range',
    title: 'Every age is at least 0',
    status: 'fail',
    reason: 'age is below 0',
    locations,
  })
  const rule = { file: 'contract.odcs.yaml', line: 9, note: 'the rule' }
  const before = run([broken(row(4, '7'), row(5, '8'), rule)]).results
  expect(before.map(({ message }) => message.text)).toEqual([
    "Here: id '7', card #0123456789ab, age '-3'. age is below 0.",
    "Here: id '8', card #0123456789ab, age '-3'. age is below 0.",
    'Here: the rule. age is below 0.',
  ])
  const hashes = (results: typeof before) =>
    results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)
  const after = run([broken(row(3, '5'), row(9, '8'), rule)]).results
  expect(hashes(after).slice(1)).toEqual(hashes(before).slice(1))
  expect(hashes(after)[0]).not.toBe(hashes(before)[0])
})

it('points at lines, and at the first character of a file that has none, by an escaped relative path', () => {
  const { results } = run([artefact(14), secret(3)])
  const places = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation)
  expect(places[0]?.region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 })
  expect(places[2]).toEqual({
    artifactLocation: { uri: 'src/set%20tings.py', uriBaseId: '%SRCROOT%' },
    region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 },
  })
})

it('recognises an alert again when lines and bytes have moved, and tells two alike apart', () => {
  const prints = (checks: readonly Check[]) =>
    run(checks).results.map(each => each.partialFingerprints.primaryLocationLineHash)
  expect(prints([artefact(14), secret(3)])).toEqual(prints([artefact(4711), secret(30)]))
  expect(new Set(prints([artefact(14), secret(3), secret(4)])).size).toBe(4)
})

it('suppresses what is waived, with who answers for it, why and until when, and nothing else', () => {
  const waivers = [
    Waiver.parse({
      rule: 'artefact',
      name: 'os.getpid',
      sha256: 'a'.repeat(64),
      reason: 'Seen in review [here](x)',
      owner: '@acme/risk',
      expires: '2026-12-31',
    }),
  ]
  const [open, waived] = artefact(14).locations ?? []
  const check = {
    ...artefact(14),
    waivers,
    locations: [open, waived].flatMap((each, i) => (each ? [i === 1 ? { ...each, waiver: 0 } : each] : [])),
  }
  const { results } = run([check])
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    [
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Seen in review [here] (x). Waived by @acme/risk until 2026-12-31.',
      },
    ],
  ])
  expect(results[1]?.partialFingerprints).toEqual(run([artefact(14)]).results[1]?.partialFingerprints)
  expect(valid(sarif(scanned([check]), sha256)), JSON.stringify(valid.errors)).toBe(true)
})

it('recognises a credential again when its cell has moved, or it has come into the baseline', () => {
  const print = (note: string) =>
    run([{ ...secret(3), locations: [{ file: 'a.ipynb', line: 3, note }] }]).results[0]?.partialFingerprints
  const here = print('github/GITHUB_TOKEN (cell 3, line 2)')
  expect(print('github/GITHUB_TOKEN (output 1 of cell 9 as text/html, line 4), of the baseline')).toEqual(here)
  expect(print('github/GITHUB_TOKEN')).toEqual(here)
  expect(print('slack/SLACK_TOKEN (cell 3, line 2)')).not.toEqual(here)
})

it('names the rule of any security check without the name of its file, with help and severity', () => {
  const ids = [
    'artefact.a.b/c.pkl',
    'loader.r.txt:torch@1.0',
    'waivers.changed',
    'secrets-baseline.changed',
    'secrets',
    'workflow.unpinned-uses..github/workflows/ci.yml',
    'workflow..github/workflows/ci.yml',
    'workflow.zizmor/artipacked.x.yml',
    'vulnerabilities.r.txt:PyPI:x@1.0',
  ]
  expect(ids.map(ruleIdOf)).toEqual([
    'artefact',
    'loader',
    'waivers',
    'secrets-baseline',
    'secrets',
    'workflow.unpinned-uses',
    'workflow',
    'workflow.zizmor/artipacked',
    'vulnerabilities',
  ])
  for (const id of [...ids.map(ruleIdOf), ...Object.values(rules).map(rule => `workflow.${rule.id}`)]) {
    const kind = ruleKindOf(id)
    expect(kind?.help, id).toMatch(/\w{3}/)
    expect(kind?.severity).toBeGreaterThan(0)
    expect(kind?.severity).toBeLessThanOrEqual(10)
  }
  expect(run([artefact(14)]).tool.driver.rules).toMatchObject([
    {
      id: 'artefact',
      properties: { tags: ['security', 'security-scan'], 'security-severity': '9.8' },
      help: { text: expect.stringMatching(/skops/) },
    },
  ])
})

describe('another gate', () => {
  const floor: Check = {
    id: 'auc.floor',
    title: 'AUC at least 0.8',
    status: 'inconclusive',
    reason: 'The interval [0.7, 0.9] contains 0.8',
  }

  it('has a rule per check, at the file its question was asked of, and inconclusive is an error', () => {
    const { results, tool, automationDetails } = run([floor], certified)
    expect(automationDetails.id).toBe('proofmark/model-certify/')
    expect(tool.driver.rules).toMatchObject([{ id: 'auc.floor', properties: { tags: ['model-certify'] } }])
    expect(tool.driver.rules[0]?.properties).not.toHaveProperty('security-severity')
    expect(results).toMatchObject([
      { level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'predictions.csv' } } }] },
    ])
    expect(valid(sarif(certified([floor]), sha256)), JSON.stringify(valid.errors)).toBe(true)
  })

  it('without a finding has no result, which closes its alerts', () => {
    const log = sarif(certified([passing]), sha256)
    expect(log.runs[0].results).toEqual([])
    expect(valid(log)).toBe(true)
  })

  it('that could not run says so', () => {
    const broken = { ...scanned([{ ...floor, id: 'file.no-match' }]), result: null }
    expect(sarif(broken, sha256).runs[0]).toMatchObject({
      invocations: [{ executionSuccessful: false }],
      results: [{ ruleId: 'file.no-match' }],
    })
  })
})

it("never makes a link or hides a character of others' text", () => {
  const { results } = run([secret(1)].map(check => ({ ...check, reason: '[click](https://evil.example)\u202e\n' })))
  expect(results[0]?.message.text).not.toMatch(/\]\(|[\u202e\n]/)
})

it("stays under GitHub's limits, and says what it leaves out", () => {
  const many = Array.from({ length: 6000 }, (_, i) => ({
    ...secret(i + 1),
    id: `secrets.f${i}`,
    locations: [{ file: `f${i}`, line: 1 }],
    reason: 'x'.repeat(9000),
  }))
  const log = sarif(scanned(many), sha256)
  const [{ results, invocations, tool }] = log.runs
  expect(results).toHaveLength(5000)
  expect(invocations[0].toolExecutionNotifications?.[0]?.message.text).toMatch(/^1.000 more results left out/)
  expect(tool.driver.rules).toHaveLength(1)
  expect(gzipSync(JSON.stringify(log)).length).toBeLessThan(10 * 1024 * 1024)
  expect(valid(log)).toBe(true)
})

it('is the same for the same evidence', () => {
  expect(sarif(scanned([artefact(1), secret(2)]), sha256)).toEqual(sarif(scanned([artefact(1), secret(2)]), sha256))
})
