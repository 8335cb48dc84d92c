import { describe, expect, it } from 'vitest'
import { dataSince } from '../../../src/commands/record/data-since.ts'
import type { Evidence, GateName, Material } from '../../../src/core/evidence.ts'
import { CERTIFICATE_EXTENSION } from '../../../src/core/record/statement/identifiers.ts'
import { readCertificate } from '../../../src/core/record/statement/read-certificate.ts'
import { UserError } from '../../../src/core/user-error.ts'
import type { DataChange } from '../../../src/ports.ts'
import { aCertificate } from '../../harness/portal/a-certificate.ts'
import { certified } from '../../report/some-evidence.ts'

const [A, B, C] = ['a', 'b', 'c'].map(letter => letter.repeat(64)) as [string, string, string]

const read = (commit: string, path: string, role: Material['role'] = 'data', repository = 'loans'): Material => ({
  name: `lakefs://${repository}/main/${path}`,
  role,
  digest: { sha256: 'd'.repeat(64) },
  bytes: 3,
  origin: { kind: 'lakefs', pinned: `lakefs://${repository}/${commit}/${path}` },
})

/** What is told, and what lakeFS was asked, where it says that these objects differ. */
async function told(
  before: readonly Material[],
  now: readonly Material[],
  { changes = [], confidential = [] }: { changes?: readonly DataChange[] | UserError; confidential?: GateName[] } = {},
) {
  const certificate = readCertificate(aCertificate({ at: '2026-10-01T09:00:00Z' }))
  if (!certificate) throw new Error('no certificate')
  certificate.predicate[CERTIFICATE_EXTENSION].data = [...before]
  const evidence: Evidence = { ...certified([]), materials: [...now] }
  const asked: string[] = []
  const since = await dataSince(certificate, [evidence], new Set(confidential), {
    dataHistory: async () => ({
      async changes(repository, from, to) {
        asked.push(`${repository} ${from.slice(0, 1)} ${to.slice(0, 1)}`)
        if (changes instanceof UserError) throw changes
        return changes
      },
    }),
  })
  return { since, asked }
}

describe('what changed in lakeFS since the certificate before', () => {
  it('is asked of the commits then and now, and told by what gates read', async () => {
    const changes: DataChange[] = [
      { path: 'README.md', kind: 'changed' },
      { path: 'data/a.csv', kind: 'changed' },
      { path: 'data/b.csv', kind: 'added' },
      { path: 'data/old.csv', kind: 'removed' },
    ]
    const { since, asked } = await told(
      [read(A, 'data/a.csv'), read(A, 'data/old.csv')],
      [read(B, 'data/a.csv'), read(B, 'data/b.csv')],
      { changes },
    )
    expect(asked).toEqual(['loans a b'])
    expect(since).toEqual([
      {
        repository: 'loans',
        before: A,
        now: B,
        changed: ['data/a.csv'],
        added: ['data/b.csv'],
        removed: ['data/old.csv'],
        unread: 1,
      },
    ])
  })

  it('is not asked where the commit is the same, the data is elsewhere, or nothing was judged there', async () => {
    for (const [before, now] of [
      [[read(A, 'a')], [read(A, 'a')]],
      [[], [read(B, 'a')]],
      [[read(A, 'a')], []],
      [[read(A, 'a', 'reference')], [read(B, 'a', 'reference')]],
      [[read(A, 'a', 'data', 'other')], [read(B, 'a')]],
    ] as const)
      expect(await told(before, now)).toEqual({ since: [], asked: [] })
  })

  it('is asked of the commits at which the same path was read, else of the only ones', async () => {
    const two = [read(B, 'data/a.csv'), read(C, 'predictions.csv', 'predictions')]
    expect((await told([read(A, 'data/a.csv'), read(C, 'predictions.csv', 'predictions')], two)).asked).toEqual([
      'loans a b',
    ])
    expect((await told([read(A, 'one.csv')], [read(B, 'two.csv')])).asked).toEqual(['loans a b'])
    expect((await told([read(A, 'one.csv')], two)).asked).toEqual([])
  })

  it('is not known where lakeFS does not answer, and that is told', async () => {
    const changes = new UserError('lakefs.unreachable', 'Expected lakeFS to answer', { kind: 'environment' })
    expect((await told([read(A, 'a')], [read(B, 'a')], { changes })).since).toEqual([
      { repository: 'loans', before: A, now: B, unknown: 'Expected lakeFS to answer' },
    ])
  })

  it('is not asked of confidential gates', async () => {
    expect(await told([read(A, 'a')], [read(B, 'a')], { confidential: ['model-certify'] })).toEqual({
      since: [],
      asked: [],
    })
  })
})
