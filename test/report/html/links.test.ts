import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { assessControls } from '../../../src/core/controls/assess-controls.ts'
import { CATALOGUE } from '../../../src/core/controls/catalogue/index.ts'
import type { Check, Evidence } from '../../../src/core/evidence.ts'
import { htmlReport } from '../../../src/report/html/html-report.ts'
import { linksOf } from '../../harness/links-of.ts'
import { certified, scanned } from '../some-evidence.ts'

const base64 = (text: string) => createHash('sha256').update(text).digest('base64')
const AT = new Date('2026-01-05T00:00:00.000Z')
const CERTIFICATE = { file: 'certificate.sigstore.json', sha256: 'c'.repeat(64), at: AT.toISOString(), counts: true }

/** The page of a certification by this evidence, with every control of the catalogue. */
function pageOf(evidence: readonly Evidence[]): string {
  const controls = assessControls(CATALOGUE, {
    documents: evidence.map(one => ({ gate: one.gate, sha256: 'a'.repeat(64), evidence: one })),
    entries: [
      { ...CERTIFICATE, kind: 'certificate', text: 'a certificate' },
      { ...CERTIFICATE, kind: 'promotion', text: 'a promotion', file: `log:sha256:${'d'.repeat(64)}` },
    ],
    at: AT,
  })
  const recorded = {
    decision: { verdict: 'passed' as const, rules: [], waivers: [], notes: [] },
    model: { name: 'credit' },
    controls,
  }
  return htmlReport(evidence, recorded, base64)
}

const check = (id: string, status: Check['status'] = 'pass'): Check => ({ id, title: id, status, reason: 'so it is' })

it('every control leads to the check, or the file, that supports it', () => {
  const page = pageOf([certified([check('auc.floor'), check('coverage')]), scanned([check('artefact.a', 'fail')])])
  const { hrefs, ids } = linksOf(page)
  expect(new Set(ids).size).toBe(ids.length)
  expect(hrefs.filter(href => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([])
  expect(hrefs.filter(href => !href.startsWith('#'))).toEqual(['report.css', 'certificate.sigstore.json'])
  for (const id of ['model-certify-checks-0', 'security-scan-checks-0']) {
    expect(hrefs).toContain(`#${id}`)
    expect(page).toMatch(new RegExp(`<tr [^>]*id="${id}"`))
  }
  // An entry of the log is none of the page's: it is named.
  expect(page).toContain('<li>a promotion (log)</li>')
})

it('a check that is left out of a very long table is led to by its gate', () => {
  const many = Array.from({ length: 2500 }, (_, n) => check(`artefact.${n}`, 'fail'))
  const page = pageOf([scanned([...many, check('secrets.a')])])
  const { hrefs, ids } = linksOf(page)
  expect(hrefs.filter(href => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([])
  expect(page.includes('<a href="#security-scan">secrets.a</a>')).toBe(true)
})
