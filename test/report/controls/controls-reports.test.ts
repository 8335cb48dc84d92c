import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { assessControls } from '../../../src/core/controls/assess-controls.ts'
import { CATALOGUE } from '../../../src/core/controls/catalogue/index.ts'
import { Control } from '../../../src/core/controls/control.ts'
import type { ControlsReport } from '../../../src/core/controls/controls-report.ts'
import type { Evidence } from '../../../src/core/evidence.ts'
import { readEvidence } from '../../../src/core/record/decision/evidence-document.ts'
import { controlsCsv } from '../../../src/report/controls/csv.ts'
import { controlsMarkdown } from '../../../src/report/controls/markdown.ts'
import { controlsLines } from '../../../src/report/controls/terminal.ts'
import { assessmentResults } from '../../../src/report/oscal/assessment-results.ts'
import { article30 } from '../../../src/report/privacy/article-30.ts'
import { dpia } from '../../../src/report/privacy/dpia.ts'
import { sha256 } from '../../harness/sha256.ts'
import { certified, scanned } from '../some-evidence.ts'

const HOSTILE = '=cmd|"x"](http://evil)<script>\u202e\u001b[31m @everyone\n| # 👩‍💻'

function reportOf(evidence: readonly Evidence[], catalogue: readonly Control[] = CATALOGUE): ControlsReport {
  const at = new Date('2026-01-05T00:00:00.000Z')
  const documents = evidence.map(each =>
    readEvidence(each.gate, new TextEncoder().encode(JSON.stringify(each)), 'a'.repeat(64)),
  )
  return {
    at: at.toISOString(),
    model: { name: 'credit', version: '1', id: 'b'.repeat(64) },
    repository: 'acme/credit',
    statuses: assessControls(catalogue, { documents, at }),
    evidence: evidence.map(each => ({ gate: each.gate, file: `${each.gate}.evidence.json`, evidence: each })),
    notes: ['No log was asked'],
  }
}

const passing = scanned([{ id: 'artefact.a', title: 'a', status: 'pass', reason: 'nothing runs' }])
const failing = certified([{ id: 'auc.floor', title: 'AUC', status: 'fail', reason: 'too low' }])
const named = scanned([{ id: `artefact.${HOSTILE}`, title: HOSTILE, status: 'fail', reason: HOSTILE }])
const hostile = Control.parse({
  id: 'own:1(a),b',
  title: HOSTILE,
  duty: HOSTILE,
  owner: HOSTILE,
  support: [{ gate: 'security-scan', shows: HOSTILE }],
})
const nobody = { ...reportOf([], []), model: {}, notes: [] }
const reports: readonly (readonly [string, ControlsReport])[] = [
  ['of two gates', reportOf([passing, failing])],
  ['of nothing', reportOf([])],
  ['of no control', nobody],
  ['with hostile names', { ...reportOf([named], [hostile]), model: { name: HOSTILE, version: HOSTILE } }],
]

const schema = JSON.parse(readFileSync('test/fixtures/oscal/oscal_assessment-results_schema.json', 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
const valid = ajv.compile(schema)

describe.each(reports)('a report %s', (_, report) => {
  it('is valid by the OSCAL schema of NIST', () => {
    valid(assessmentResults(report, sha256))
    expect(valid.errors).toBeNull()
  })

  it('keeps to the wording rule, whatever the form', () => {
    const forms = [
      controlsMarkdown(report),
      controlsCsv(report),
      controlsLines(report)
        .map(({ text }) => text)
        .join('\n'),
      article30(report),
      dpia(report),
      // The two words of OSCAL's own for a state are the only exception.
      JSON.stringify(assessmentResults(report, sha256)).replace(/"state":"(?:not-)?satisfied"/g, ''),
    ]
    const forbidden = /\bcompliant\b|\bcompl(?:y|ies)\b|guarante|\banonymous\b|satisf|\bconform(?:s|ity|ant)\b/i
    expect(forms.map(form => forbidden.exec(form)?.[0])).toEqual(forms.map(() => undefined))
  })
})

it('gives each finding the observations that it rests on, and each link a resource', () => {
  const [, report] = reports[0] ?? ['', nobody]
  const document = JSON.parse(JSON.stringify(assessmentResults(report, sha256)))['assessment-results']
  const [result] = document.results
  expect(result.findings).toHaveLength(CATALOGUE.length)
  const observations = new Set(result.observations.map(({ uuid }: { uuid: string }) => uuid))
  const resources = new Set(document['back-matter'].resources.map(({ uuid }: { uuid: string }) => `#${uuid}`))
  for (const finding of result.findings)
    for (const related of finding['related-observations'] ?? [])
      expect(observations.has(related['observation-uuid'])).toBe(true)
  for (const observation of result.observations)
    for (const { href } of observation['relevant-evidence']) expect(resources.has(href)).toBe(true)
  expect(resources.has(document['import-ap'].href)).toBe(true)
  const states = Map.groupBy(
    result.findings,
    (finding: { props: { value: string }[]; target: { status: { state: string } } }) => finding.props[0]?.value,
  )
  const stateOf = (ours: string) => [...new Set(states.get(ours)?.map(one => one.target.status.state))]
  expect(stateOf('partial')).toEqual(['not-satisfied'])
  expect(stateOf('not supported')).toEqual(['not-satisfied'])
})

it('is the same for the same report', () => {
  const [, report] = reports[0] ?? ['', nobody]
  expect(assessmentResults(report, sha256)).toEqual(assessmentResults(report, sha256))
})

it('lets no name become markup, a formula or a column', () => {
  const [, report] = reports[3] ?? ['', nobody]
  const page = controlsMarkdown(report)
  expect(page).not.toMatch(/<script|\u202e|\u001b|@everyone/)
  expect(page).not.toMatch(/\]\(http/)
  const [head = '', row = ''] = controlsCsv(report).split('\r\n')
  expect(row.startsWith('own,')).toBe(true)
  expect(row).toContain('"\'=cmd|""x""]')
  expect(head.split(',')).toHaveLength(11)
})

it('says in the sheets what nobody has measured', () => {
  expect(article30(nobody)).toContain('Not looked for: set security.sensitive\\-data: true')
  expect(dpia(nobody)).toContain('model\\-certify has not measured it')
  const table = scanned([], {
    tables: [
      {
        file: 'a.csv',
        rows: 3,
        columns: 2,
        sensitive: [
          {
            name: 'mail',
            kind: 'email',
            category: 'contact',
            classification: null,
            confirmed: true,
            evidence: { name: true, pattern: 1, checksum: null, rate: 1, n: 3, pValue: 0 },
          },
        ],
      },
    ],
  })
  expect(article30(reportOf([table]))).toContain('mail \\(a.csv\\): email, contact; contract: –')
})
