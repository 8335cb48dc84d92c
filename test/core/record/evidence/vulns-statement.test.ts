import { describe, expect, it } from 'vitest'
import { Evidence } from '../../../../src/core/evidence.ts'
import { vulnsStatement } from '../../../../src/core/record/evidence/vulns-statement.ts'
import type { SecurityResult } from '../../../../src/core/security/result.ts'
import { evidence, sha256, subjectOf } from '../memory.ts'

const MODEL = { 'model.bin': 'weights' }
const NOTHING: SecurityResult = { files: [], secrets: [], dependencies: [], vulnerabilities: [] }
const scanned = (result: Partial<SecurityResult>, subject = subjectOf(MODEL)) =>
  vulnsStatement(
    Evidence.parse({ ...evidence('security-scan', { subject }), result: { ...NOTHING, ...result } }),
    sha256,
  )

const advisories = { source: 'OSV', packages: 2 }
const urllib3 = {
  file: 'requirements.txt',
  line: 3,
  ecosystem: 'PyPI',
  name: 'urllib3',
  version: '1.24.1',
  source: 'OSV',
  vulnerabilities: [
    { ids: ['GHSA-mh33-7rrq-662w', 'CVE-2019-11324'], severity: 'high', fixed: '1.24.2' },
    { ids: ['PYSEC-2020-148'], severity: 'unknown' },
  ],
} satisfies SecurityResult['vulnerabilities'][number]

describe('what a scan knows of vulnerabilities', () => {
  it('is a statement of in-toto about the model', () => {
    expect(scanned({ advisories, vulnerabilities: [urllib3] })).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: 'SHA256SUMS', digest: { sha256: expect.any(String), dirHash1: expect.any(String) } },
        { name: 'model.bin', digest: { sha256: sha256('weights') } },
      ],
      predicateType: 'https://in-toto.io/attestation/vulns/v0.2',
      predicate: {
        scanner: {
          uri: 'https://proofmark.dev/security-scan',
          version: evidence('security-scan').tool.version,
          db: { uri: 'https://osv.dev', lastUpdate: '2026-11-23T05:00:00.000Z' },
          result: [
            {
              id: 'GHSA-mh33-7rrq-662w',
              severity: [{ method: 'OSV', score: 'high' }],
              annotations: [{ package: 'PyPI urllib3 1.24.1' }, { aliases: 'CVE-2019-11324' }, { fixed: '1.24.2' }],
            },
            {
              id: 'PYSEC-2020-148',
              severity: [{ method: 'OSV', score: 'unknown' }],
              annotations: [{ package: 'PyPI urllib3 1.24.1' }],
            },
          ],
        },
        metadata: { scanStartedOn: '2026-11-23T05:00:00.000Z', scanFinishedOn: '2026-11-23T05:00:01.000Z' },
      },
    })
  })

  it('is an empty list where every package was looked up and none has any, as of the archive', () => {
    const updatedAt = '2026-11-01T00:00:00Z'
    expect(scanned({ advisories: { ...advisories, source: 'OSV archive', updatedAt } })).toMatchObject({
      predicate: { scanner: { db: { lastUpdate: updatedAt }, result: [] } },
    })
  })

  it.each([
    ['where not every package could be looked up', scanned({ vulnerabilities: [urllib3] })],
    ['about no model', scanned({ advisories }, [])],
    ['of another gate', vulnsStatement(evidence('data-validate', { subject: subjectOf(MODEL) }), sha256)],
  ])('is no statement %s', (_, statement) => expect(statement).toBeUndefined())
})
