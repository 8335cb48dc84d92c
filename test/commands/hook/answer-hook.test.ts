import { expect, test } from 'vitest'
import { answerHook, type HookWorld } from '../../../src/commands/hook/answer-hook.ts'
import { refreshed } from '../../../src/commands/hook/refreshed.ts'
import type { CertifiedData } from '../../../src/core/record/hook/certified-data.ts'
import { UserError } from '../../../src/core/user-error.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const MERGED = 'c'.repeat(64)
const certificate: CertifiedData = {
  certificate: '1'.repeat(64),
  model: 'credit 1',
  notBefore: '2026-11-01T00:00:00Z',
  notAfter: '2026-12-01T00:00:00Z',
  objects: [{ repository: 'loans', commit: A, path: 'data/a.csv', name: `lakefs://loans/feature/data/a.csv` }],
}
const world = (parts: Partial<HookWorld> = {}): HookWorld => ({
  certified: async () => [certificate],
  now: () => new Date('2026-11-15T00:00:00Z'),
  paths: [],
  ...parts,
})
const merge = { event_type: 'pre-merge', repository_id: 'loans', source_ref: A, branch_id: 'main', commit_id: MERGED }
/** lakeFS with what stands at commits: trees by commit, objects by commit. */
const data = (trees: Record<string, string>, objects: Record<string, Record<string, string>> = {}) => ({
  tree: async (_: string, commit: string) => trees[commit] ?? commit,
  objects: async (_: string, commit: string, prefix: string) =>
    Object.entries(objects[commit] ?? {})
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, identity]) => ({ path, identity })),
})

test('the certified commit may be merged and tagged, another not', async () => {
  expect(await answerHook(merge, world())).toEqual({
    status: 200,
    reason: 'Commit aaaaaaaaaaaa is covered by certificate 1111111111111111 of credit 1',
    about: `pre-merge loans ${A} into main`,
  })
  const tag = { event_type: 'pre-create-tag', repository_id: 'loans', source_ref: A, commit_id: A, tag_id: 'v1' }
  expect((await answerHook(tag, world())).status).toBe(200)
  const other = await answerHook({ ...merge, source_ref: B }, world())
  expect(other.status).toBe(412)
  expect(other.reason).toContain(`Expected a certificate that covers commit ${B} but found none among 1 certificates`)
  expect((await answerHook({ ...merge, repository_id: 'cards' }, world())).status).toBe(412)
})

test('a certificate that has ended, or has not begun, covers nothing', async () => {
  for (const now of ['2026-12-01T00:00:01Z', '2026-10-31T23:59:59Z']) {
    const answer = await answerHook(merge, world({ now: () => new Date(now) }))
    expect(answer.status).toBe(412)
    expect(answer.reason).toContain('one that holds from 2026-11-01T00:00:00Z to 2026-12-01T00:00:00Z')
  }
})

test('a certificate that came since the last reading counts', async () => {
  const certified = async (again: boolean) => (again ? [certificate] : [])
  expect((await answerHook(merge, world({ certified }))).status).toBe(200)
})

test('a commit with the content of the certified one is covered, where lakeFS can be asked', async () => {
  const asked = { ...merge, source_ref: B }
  expect((await answerHook(asked, world({ data: data({ [A]: 'same', [B]: 'same' }) }))).status).toBe(200)
  expect((await answerHook(asked, world({ data: data({ [A]: 'one', [B]: 'two' }) }))).status).toBe(412)
})

test('with paths, every object of the merged commit must be the certified one', async () => {
  const with_ = (merged: Record<string, string>, certified: Record<string, string> = { 'data/a.csv': 'x' }) =>
    answerHook(merge, world({ paths: ['data/'], data: data({}, { [MERGED]: merged, [A]: certified }) }))
  expect((await with_({ 'data/a.csv': 'x', 'notes.md': 'n' })).status).toBe(200)
  expect((await with_({ 'data/a.csv': 'y' })).reason).toContain('found 1 of 1 that are not: data/a.csv')
  expect((await with_({ 'data/a.csv': 'x', 'data/b.csv': 'x' })).reason).toContain(
    'found 1 of 2 that are not: data/b.csv',
  )
  expect((await with_({ 'notes.md': 'n' })).status).toBe(412)
})

test('what is no event, or none that a certificate can answer, is refused', async () => {
  expect((await answerHook({}, world())).status).toBe(400)
  expect((await answerHook({ ...merge, event_type: 'pre-commit' }, world())).status).toBe(400)
  expect((await answerHook({ ...merge, source_ref: 'feature' }, world())).status).toBe(400)
  expect((await answerHook({ ...merge, repository_id: '../x' }, world())).status).toBe(400)
})

test('what cannot be read counts as no certificate, and is told once', async () => {
  const told: string[] = []
  let reads = 0
  const read = refreshed(
    async () => {
      reads++
      throw new UserError('log.unreachable', 'no log')
    },
    { every: 1000, now: () => 0, told: problem => told.push(problem) },
  )
  expect((await read(false)).certified).toEqual([])
  await read(false)
  expect(reads).toBe(1)
  await Promise.all([read(true), read(true)])
  expect(reads).toBe(2)
  expect(told).toEqual(['no log'])
})
