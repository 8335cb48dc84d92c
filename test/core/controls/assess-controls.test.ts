import { expect, it } from 'vitest'
import { assessControls } from '../../../src/core/controls/assess-controls.ts'
import { Control } from '../../../src/core/controls/control.ts'
import type { RecordEntry } from '../../../src/core/controls/record-entry.ts'
import type { Check, Evidence } from '../../../src/core/evidence.ts'
import { readEvidence } from '../../../src/core/record/decision/evidence-document.ts'
import { scanned } from '../../report/some-evidence.ts'

const check = (id: string, status: Check['status']): Check => ({ id, title: id, status, reason: 'so it is' })
const document = (evidence: Evidence) =>
  readEvidence(evidence.gate, new TextEncoder().encode(JSON.stringify(evidence)), 'a'.repeat(64))
const control = (given: object = {}) =>
  Control.parse({
    id: 'own:1',
    title: 'Files are scanned',
    reach: 'whole',
    duty: 'Read what was found',
    support: [{ gate: 'security-scan', checks: ['artefact'], shows: 'files were scanned' }],
    ...given,
  })
const both = [
  { gate: 'security-scan', checks: ['artefact'], shows: 'files were scanned' },
  { entry: 'approval', shows: 'somebody approved' },
]
const approval: RecordEntry = {
  kind: 'approval',
  text: 'an approval',
  at: '2026-01-01T00:00:00Z',
  counts: true,
  file: 'log:sha256:1',
}
const SOON = new Date('2026-01-05T00:00:00Z')
const assessed = (given: Control, checks: readonly Check[], entries: readonly RecordEntry[] = [], at = SOON) => {
  const [status] = assessControls([given], { documents: [document(scanned(checks))], entries, at })
  return status
}

it.each([
  ['supported', [check('artefact.a', 'pass'), check('artefact.b', 'warn')]],
  ['not supported', [check('artefact.a', 'pass'), check('artefact.b', 'fail')]],
  ['not evaluable', [check('artefact.a', 'pass'), check('artefact.b', 'inconclusive')]],
  ['not evaluable', [check('secrets', 'pass')]],
  ['not evaluable', []],
] as const)('is %s by what its checks say', (status, checks) => {
  expect(assessed(control(), checks)?.status).toBe(status)
})

it('is partial where something is missing, where some always stays, and where evidence is old', () => {
  const passed = [check('artefact.a', 'pass')]
  expect(assessed(control({ support: both }), passed)).toMatchObject({
    status: 'partial',
    reason: 'Some of what could support it is missing (no approval was found)',
  })
  expect(assessed(control({ support: both }), passed, [approval])?.status).toBe('supported')
  expect(assessed(control({ reach: 'part' }), passed)?.status).toBe('partial')
  expect(assessed(control(), passed, [], new Date('2026-06-01T00:00:00Z'))).toMatchObject({
    status: 'partial',
    reason: 'What supports it is 149 days old, more than 90',
    freshness: { days: 149, limit: 90, stale: true },
  })
  expect(assessed(control({ 'fresh-days': 365 }), passed, [], new Date('2026-06-01T00:00:00Z'))?.status).toBe(
    'supported',
  )
})

it('does not count what is over: a revoked certificate speaks against', () => {
  const given = control({ support: [{ entry: 'certificate', shows: 'it met the policy' }] })
  const revoked: RecordEntry = { ...approval, kind: 'certificate', counts: false }
  expect(assessed(given, [], [revoked])?.status).toBe('not supported')
  expect(assessed(given, [], [revoked, { ...revoked, counts: true }])?.status).toBe('supported')
})

it('tells evidence that cannot be read from evidence that is not there', () => {
  const unread = readEvidence('security-scan', new TextEncoder().encode('{"schema":"v0"}'), 'b'.repeat(64))
  const [status] = assessControls([control()], { documents: [unread], at: SOON })
  expect(status?.status).toBe('not evaluable')
  expect(status?.reason).toMatch(/security-scan\.evidence\.json cannot be read/)
  expect(assessControls([control()], { documents: [], at: SOON })[0]?.reason).toBe(
    'Nothing decides it (security-scan: no evidence was found)',
  )
})

it('links the worst checks first, each by its place in the evidence', () => {
  const found = assessed(control(), [
    check('artefact.a', 'pass'),
    check('secrets', 'pass'),
    check('artefact.b', 'fail'),
  ])
  expect(found?.support[0]?.links.map(({ pointer, name }) => [pointer, name])).toEqual([
    ['/checks/2', 'artefact.b'],
    ['/checks/0', 'artefact.a'],
  ])
})

it('names the owner that the settings name', () => {
  const [status] = assessControls([control()], { documents: [], at: SOON, owners: { 'own:1': 'Carol' } })
  expect(status?.owner).toBe('Carol')
})
