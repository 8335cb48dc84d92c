import { describe, expect, it } from 'vitest'
import { affects, fixOf } from '../../../../src/core/security/dependencies/vulnerabilities/affects.ts'
import { allowsAffected } from '../../../../src/core/security/dependencies/vulnerabilities/allowed-versions.ts'
import { mergeAliases } from '../../../../src/core/security/dependencies/vulnerabilities/merge-aliases.ts'
import type { OsvRecord } from '../../../../src/core/security/dependencies/vulnerabilities/osv-record.ts'

type Events = { introduced?: string; fixed?: string; last_affected?: string; limit?: string }[]
const torch = (events: Events, more: object = {}, type = 'ECOSYSTEM'): OsvRecord => ({
  id: 'GHSA-a',
  affected: [{ package: { ecosystem: 'PyPI', name: 'torch' }, ranges: [{ type, events }], ...more }],
})
const at = (version: string) => ({ ecosystem: 'PyPI', name: 'torch', version }) as const

describe.each<[string, Events, Record<string, boolean>]>([
  [
    'up to a fix',
    [{ introduced: '0' }, { fixed: '2.6.0' }],
    { '0.1': true, '2.5.1': true, '2.6.0rc1': true, '2.6': false, '2.6.1': false },
  ],
  [
    'up to the last affected',
    [{ introduced: '1.8' }, { last_affected: '2.0.1' }],
    { '1.7': false, '1.8': true, '2.0.1': true, '2.0.2': false },
  ],
  ['with no end', [{ introduced: '2.0' }], { '1.9': false, '2.0': true, '99': true }],
  [
    'in two stretches, told in any order',
    [{ fixed: '1.5' }, { introduced: '2.0' }, { introduced: '1.0' }, { fixed: '2.4' }],
    { '0.9': false, '1.4': true, '1.5': false, '1.9': false, '2.0': true, '2.4': false },
  ],
  [
    'of one version',
    [{ introduced: '1.3' }, { last_affected: '1.3' }],
    { '1.2.9': false, '1.3': true, '1.3.1': false },
  ],
  [
    'reopened where it was closed',
    [{ introduced: '1.0' }, { fixed: '1.5' }, { introduced: '1.5' }, { fixed: '1.6' }],
    { '1.5': true, '1.6': false },
  ],
  ['before a limit', [{ introduced: '0' }, { limit: '2.0' }], { '1.9': true, '2.0': false }],
  ['with no beginning', [{ fixed: '1.0' }], { '0.9': false }],
])('a range %s', (_, events, expected) => {
  it.each(Object.entries(expected))('%s: %s', (version, affected) =>
    expect(affects(torch(events), at(version))).toBe(affected),
  )
})

it('a version may be listed, spelt otherwise', () => {
  const record = torch([], { versions: ['1.0', '2.0.1'] })
  expect(affects(record, at('2.0.1'))).toBe(true)
  expect(affects(record, at('1.0.0'))).toBe(true)
  expect(affects(record, at('1.1'))).toBe(false)
})

it('a range of commits says nothing of versions', () =>
  expect(affects(torch([{ introduced: '0' }], {}, 'GIT'), at('1.0'))).toBe(false))

it('a withdrawn advisory affects nothing', () =>
  expect(affects({ ...torch([{ introduced: '0' }]), withdrawn: '2024-01-01T00:00:00Z' }, at('1.0'))).toBe(false))

it('another package, and another ecosystem, are not affected; another spelling of the name is', () => {
  const record: OsvRecord = {
    id: 'a',
    affected: [{ package: { ecosystem: 'PyPI', name: 'Scikit_Learn' }, versions: ['1.0'] }],
  }
  expect(affects(record, { ecosystem: 'PyPI', name: 'scikit-learn', version: '1.0' })).toBe(true)
  expect(affects(record, { ecosystem: 'PyPI', name: 'scikit', version: '1.0' })).toBe(false)
  expect(affects(record, { ecosystem: 'npm', name: 'scikit-learn', version: '1.0' })).toBe(false)
})

describe('the fix', () => {
  it('is the first of the stretch that holds the version', () => {
    const record = torch([{ introduced: '1.0' }, { fixed: '1.5' }, { introduced: '2.0' }, { fixed: '2.4' }])
    expect(fixOf(record, at('1.2'))).toBe('1.5')
    expect(fixOf(record, at('2.1'))).toBe('2.4')
  })
  it('is unknown where only the last affected version is', () =>
    expect(fixOf(torch([{ introduced: '0' }, { last_affected: '2.0' }]), at('1.0'))).toBeUndefined())
})

describe('aliases', () => {
  const named = (id: string, aliases: string[], fixed: string, severity?: string): OsvRecord => ({
    ...torch([{ introduced: '0' }, { fixed }]),
    id,
    aliases,
    ...(severity === undefined ? {} : { database_specific: { severity } }),
  })

  it('are one vulnerability, also through a third name, as bad and as late mended as the worst of them', () => {
    const records = [
      named('GHSA-53q9-r3pm-6pq6', ['CVE-2025-32434'], '2.6.0', 'CRITICAL'),
      named('GHSA-other', ['CVE-2020-1'], '2.1.0', 'LOW'),
      named('PYSEC-2025-41', ['CVE-2025-32434'], '2.6.1'),
    ]
    expect(mergeAliases(records, at('2.0.1'))).toEqual([
      { ids: ['CVE-2025-32434', 'GHSA-53q9-r3pm-6pq6', 'PYSEC-2025-41'], severity: 'critical', fixed: '2.6.1' },
      { ids: ['CVE-2020-1', 'GHSA-other'], severity: 'low', fixed: '2.1.0' },
    ])
  })

  it('of two groups that a later record joins are one', () => {
    const records = [named('A', ['X'], '2'), named('B', ['Y'], '2'), named('C', ['X', 'Y'], '2')]
    expect(mergeAliases(records, at('1')).map(({ ids }) => ids)).toEqual([['A', 'B', 'C', 'X', 'Y']])
  })
})

it('a range that allows an affected version is told from one that does not', () => {
  const record = torch([{ introduced: '0' }, { fixed: '2.6.0' }], { versions: ['2.4.0', '2.5.1'] })
  const of = { ecosystem: 'PyPI', name: 'torch' } as const
  expect(allowsAffected(record, of, '>=2.5')).toBe(true)
  expect(allowsAffected(record, of, '>=2.6,<3')).toBe(false)
})
