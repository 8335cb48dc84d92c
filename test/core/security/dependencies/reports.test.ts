import { describe, expect, it } from 'vitest'
import { readDependencyFile } from '../../../../src/core/security/dependencies/dependency-file.ts'

const read = (value: unknown) => readDependencyFile('report.json', JSON.stringify(value))

describe('a report of OSV-Scanner', () => {
  const advisory = {
    id: 'GHSA-53q9-r3pm-6pq6',
    aliases: ['CVE-2025-32434'],
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'torch' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.6.0' }] }],
      },
    ],
    database_specific: { severity: 'CRITICAL' },
  }
  const unrated = { id: 'PYSEC-1', affected: [{ package: { ecosystem: 'PyPI', name: 'torch' }, versions: ['2.0.1'] }] }
  const report = (vulnerabilities: unknown[], groups: unknown[] = []) => ({
    results: [
      {
        source: { path: '/src/requirements.txt', type: 'lockfile' },
        packages: [{ package: { name: 'Torch', version: '2.0.1', ecosystem: 'PyPI' }, vulnerabilities, groups }],
      },
    ],
    experimental_config: { licenses: { summary: false, allowlist: null } },
  })

  it('gives its packages with what OSV knows of them', () => {
    expect(read(report([advisory]))).toEqual({
      path: 'report.json',
      tool: 'OSV-Scanner',
      reported: [
        {
          ecosystem: 'PyPI',
          name: 'torch',
          version: '2.0.1',
          vulnerabilities: [{ ids: ['CVE-2025-32434', 'GHSA-53q9-r3pm-6pq6'], severity: 'critical', fixed: '2.6.0' }],
        },
      ],
    })
  })

  it('gives the score it has computed where the advisory has no rating', () => {
    expect(read(report([unrated], [{ ids: ['PYSEC-1'], max_severity: '7.5' }]))).toMatchObject({
      reported: [{ vulnerabilities: [{ ids: ['PYSEC-1'], severity: 'high' }] }],
    })
  })

  it('leaves withdrawn advisories out', () => {
    expect(read(report([{ ...advisory, withdrawn: '2025-01-01T00:00:00Z' }]))).toMatchObject({
      reported: [{ vulnerabilities: [] }],
    })
  })

  it('that is of another shape inside is a fault', () => {
    expect(read({ results: [{ source: { path: 'x' }, packages: [{ package: 'torch' }] }] })).toMatchObject({
      fault: { code: 'dependencies.syntax' },
    })
  })
})

it('a report of pip-audit gives its packages, unrated, with the first fix after the version', () => {
  const vuln = {
    id: 'PYSEC-2023-74',
    fix_versions: ['2.31.0', '2.29.0'],
    aliases: ['CVE-2023-32681'],
    description: 'x',
  }
  expect(
    read({
      dependencies: [
        { name: 'Requests', version: '2.30.0', vulns: [vuln] },
        { name: 'numpy', version: '2.4.6', vulns: [] },
        { name: 'local', skip_reason: 'Dependency not found on PyPI' },
      ],
      fixes: [],
    }),
  ).toEqual({
    path: 'report.json',
    tool: 'pip-audit',
    reported: [
      {
        ecosystem: 'PyPI',
        name: 'requests',
        version: '2.30.0',
        vulnerabilities: [{ ids: ['CVE-2023-32681', 'PYSEC-2023-74'], severity: 'unknown', fixed: '2.31.0' }],
      },
      { ecosystem: 'PyPI', name: 'numpy', version: '2.4.6', vulnerabilities: [] },
      {
        ecosystem: 'PyPI',
        name: 'local',
        version: 'of unknown version',
        vulnerabilities: [],
        skipped: 'Dependency not found on PyPI',
      },
    ],
  })
})

describe('a CycloneDX file', () => {
  const components = [
    { type: 'library', 'bom-ref': 'a', name: 'torch', version: '2.0.1', purl: 'pkg:pypi/torch@2.0.1' },
    {
      type: 'library',
      'bom-ref': 'b',
      name: 'parser',
      group: '@scope',
      version: '1.0.0',
      purl: 'pkg:npm/%40scope/parser@1.0.0',
    },
  ]
  const bom = (vulnerabilities: unknown[]) => ({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components,
    vulnerabilities,
  })
  const found = (vulnerabilities: unknown[]) => {
    const file = read(bom(vulnerabilities))
    return file && 'reported' in file
      ? Object.fromEntries(file.reported.map(each => [each.name, each.vulnerabilities]))
      : file
  }

  it('gives each component what affects it, by reference or BOM link, with the worst rating', () => {
    expect(
      found([
        {
          id: 'CVE-2025-32434',
          ratings: [{ severity: 'medium' }, { score: 9.3, method: 'CVSSv4' }],
          affects: [{ ref: 'a' }],
        },
        {
          id: 'CVE-2020-1',
          ratings: [{ vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' }],
          affects: [{ ref: 'urn:cdx:0/1#b' }],
        },
      ]),
    ).toEqual({
      torch: [{ ids: ['CVE-2025-32434'], severity: 'critical' }],
      '@scope/parser': [{ ids: ['CVE-2020-1'], severity: 'high' }],
    })
  })

  it.each(['not_affected', 'false_positive', 'resolved'])('leaves out what its analysis calls %s', state => {
    expect(found([{ id: 'CVE-1', analysis: { state }, affects: [{ ref: 'a' }] }])).toEqual({
      torch: [],
      '@scope/parser': [],
    })
  })

  it.each(['exploitable', 'in_triage'])('keeps what its analysis calls %s', state => {
    expect(found([{ id: 'CVE-1', analysis: { state }, affects: [{ ref: 'a' }] }])).toMatchObject({
      torch: [{ severity: 'unknown' }],
    })
  })

  it('keeps what affects something it does not list, or does not say what', () => {
    const kept = found([{ id: 'CVE-1', affects: [{ ref: 'gone' }] }, { id: 'CVE-2' }])
    expect(Object.keys(kept ?? {})).toEqual(['torch', '@scope/parser', 'gone', 'a component that is not named'])
  })

  it('without vulnerabilities is no report', () => {
    expect(read({ bomFormat: 'CycloneDX', components })).toBeUndefined()
  })
})

it.each([
  ['a SARIF file', { version: '2.1.0', runs: [] }],
  ['a model', { learner: { attributes: {} }, version: [3, 2, 0] }],
  ['a package.json', { name: 'x', dependencies: { lodash: '1' } }],
  ['an empty list of results', { results: [] }],
  ['a list of results', { results: [{ id: 1 }] }],
])('%s is no report', (_, value) => expect(read(value)).toBeUndefined())

it('what is nested too deeply for a parser is a fault, not a crash', () => {
  expect(readDependencyFile('environment.yml', `dependencies: ${'['.repeat(200_000)}`)).toMatchObject({
    fault: { code: expect.any(String) },
  })
  expect(readDependencyFile('uv.lock', `a = ${'['.repeat(200_000)}`)).toMatchObject({
    fault: { code: 'dependencies.syntax' },
  })
  expect(readDependencyFile('package-lock.json', `${'{"a":'.repeat(200_000)}`)).toMatchObject({
    fault: { code: 'dependencies.syntax' },
  })
})
