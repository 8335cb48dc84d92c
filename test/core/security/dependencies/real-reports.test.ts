import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDependencyFile } from '../../../../src/core/security/dependencies/dependency-file.ts'

/** A report that the real program wrote (scripts/make-vulnerability-reports.py), as lines: package, then severity, ids and fix. */
function read(name: string): { tool: string; lines: string[] } {
  const file = readDependencyFile(name, readFileSync(`test/fixtures/vulnerability-reports/${name}`, 'utf8'))
  if (!file || !('reported' in file)) throw new Error(`Expected ${name} to be a report`)
  const lines = file.reported.flatMap(({ ecosystem, name: of, version, vulnerabilities }) => {
    const known = vulnerabilities.map(({ severity, ids, fixed }) =>
      [severity, ids.join('+'), fixed ?? 'no fix'].join(' '),
    )
    return `${ecosystem} ${of} ${version}: ${known.join(', ') || 'nothing'}`
  })
  return { tool: file.tool, lines: lines.toSorted() }
}

const TORCH = 'CVE-2025-32434+GHSA-53q9-r3pm-6pq6+PYSEC-2025-41 2.6.0'
const REQUESTS = 'CVE-2023-32681+GHSA-j8r2-6x86-q33q+PYSEC-2023-74 2.31.0'

it('of pip-audit 2.10.1', () => {
  expect(read('pip-audit.json')).toEqual({
    tool: 'pip-audit',
    lines: [
      'PyPI numpy 2.4.6: nothing',
      `PyPI requests 2.30.0: unknown ${REQUESTS}`,
      `PyPI torch 2.0.1: unknown ${TORCH}`,
    ],
  })
  expect(read('pip-audit-clean.json').lines).toEqual(['PyPI numpy 2.4.6: nothing', 'PyPI requests 2.32.4: nothing'])
})

it('of pip-audit that was only to say what it would look at: it names nothing', () => {
  expect(read('pip-audit-dry-run.json')).toEqual({ tool: 'pip-audit', lines: [] })
})

it('of pip-audit as CycloneDX, which names no ecosystem', () => {
  expect(read('pip-audit.cdx.json')).toEqual({
    tool: 'a CycloneDX file',
    lines: [
      'unknown numpy 2.4.6: nothing',
      'unknown requests 2.30.0: unknown PYSEC-2023-74 no fix',
      'unknown torch 2.0.1: unknown PYSEC-2025-41 no fix',
    ],
  })
})

it('of OSV-Scanner 2.5.0, where both records of one vulnerability are one', () => {
  const found = [
    'PyPI numpy 2.4.6: nothing',
    `PyPI requests 2.30.0: medium ${REQUESTS}`,
    `PyPI torch 2.0.1: critical ${TORCH}`,
    'npm lodash 4.17.20: high CVE-2021-23337+GHSA-35jh-r3h4-6jhm 4.17.21',
  ]
  expect(read('osv-scanner-all-packages.json')).toEqual({ tool: 'OSV-Scanner', lines: found })
  expect(read('osv-scanner.json').lines).toEqual(found.slice(1))
})

it('of OSV-Scanner that found nothing: it names packages only where it is asked to', () => {
  expect(read('osv-scanner-clean.json')).toEqual({ tool: 'OSV-Scanner', lines: [] })
  expect(read('osv-scanner-clean-all-packages.json').lines).toEqual([
    'PyPI numpy 2.4.6: nothing',
    'PyPI requests 2.32.4: nothing',
  ])
})

it('of OSV-Scanner as CycloneDX, which names what is affected without its version', () => {
  expect(read('osv-scanner.cdx.json')).toEqual({
    tool: 'a CycloneDX file',
    lines: [
      'PyPI requests 2.30.0: medium CVE-2023-32681+GHSA-j8r2-6x86-q33q+PYSEC-2023-74 no fix',
      'PyPI torch 2.0.1: critical CVE-2025-32434+GHSA-53q9-r3pm-6pq6+PYSEC-2025-41 no fix',
      'npm lodash 4.17.20: unknown CVE-2021-23337+GHSA-35jh-r3h4-6jhm no fix',
    ],
  })
})
