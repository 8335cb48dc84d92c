import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hookFindings } from '../../src/commands/hook-findings.ts'
import { takeBar } from '../../src/commands/take-bar.ts'
import { Check, type Material } from '../../src/core/evidence.ts'
import { LakefsHook } from '../../src/core/settings/connections/lakefs.ts'
import { UserError } from '../../src/core/user-error.ts'
import { localFiles } from '../../src/files/local-files.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { forgeWith } from './forge-with.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const COMMIT = 'c'.repeat(64)
const READ: Material = {
  name: 'lakefs://loans/feature/data/a.csv',
  role: 'data',
  digest: { sha256: 'd'.repeat(64) },
  bytes: 3,
}
const sources = {
  list: async () => [READ.name],
  fetch: async () => undefined,
  origin: async () => ({ kind: 'lakefs' as const, pinned: `lakefs://loans/${COMMIT}/data/a.csv` }),
}

/** What is found where lakeFS holds these files of hooks, by ref; undefined where it cannot be asked. */
async function found(
  at: Record<string, string> | undefined,
  { hook = {}, here = 'hooks: 1', base }: { hook?: object; here?: string; base?: Record<string, string> } = {},
) {
  const root = temporaryFolder('hooks')
  writeFileSync(join(root, 'hooks.yaml'), here)
  const { checks, materials } = await hookFindings(
    [LakefsHook.parse({ repository: 'loans', file: 'hooks.yaml', ...hook })],
    [READ],
    {
      files: localFiles(root),
      sha256,
      sources,
      ...(base ? { base: { readText: async path => base[path], list: async () => Object.keys(base) } } : {}),
      hookFiles: async () => ({
        async fault(_, ref, expected) {
          if (!at) throw new UserError('lakefs.unreachable', 'Expected lakeFS to answer', { hint: 'Start it' })
          const text = at[ref]
          return text !== undefined && sha256(text) === expected ? undefined : `The hooks at ${ref} are others`
        },
      }),
    },
  )
  return { check: Check.parse(checks[0]), materials }
}

describe('the hooks of lakeFS, as a check of data-validate', () => {
  it('pass where they are as known here, on the branch and in the commit that was read', async () => {
    const { check, materials } = await found({ main: 'hooks: 1', [COMMIT]: 'hooks: 1' })
    expect(check).toMatchObject({ id: 'lakefs.hooks.loans', status: 'pass', locations: [{ file: 'hooks.yaml' }] })
    expect(materials).toMatchObject([{ name: 'hooks.yaml', role: 'input', digest: { sha256: sha256('hooks: 1') } }])
  })

  it.each([
    ['the destination', { [COMMIT]: 'hooks: 1' }, 'The hooks at main are others'],
    ['the commit that was read', { main: 'hooks: 1', [COMMIT]: 'hooks: 0' }, `The hooks at ${COMMIT} are others`],
    ['both', {}, `The hooks at main are others; The hooks at ${COMMIT} are others`],
  ])('fail where they were taken off or changed on %s', async (_, at, reason) => {
    expect((await found(at)).check).toMatchObject({
      status: 'fail',
      reason,
      hint: expect.stringContaining('put the file back'),
    })
  })

  it('are inconclusive where lakeFS does not answer, or the known file is not there', async () => {
    expect((await found(undefined)).check).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected lakeFS to answer',
      hint: 'Start it',
    })
    expect((await found({}, { hook: { file: 'none.yaml' } })).check).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('none.yaml'),
    })
  })

  it('are held against the file of the base branch, not against that of the pull request', async () => {
    const tampered = { main: 'hooks: 1', [COMMIT]: 'hooks: none' }
    const { check } = await found(tampered, { here: 'hooks: none', base: { 'hooks.yaml': 'hooks: 1' } })
    expect(check).toMatchObject({ status: 'fail', reason: `The hooks at ${COMMIT} are others` })
  })

  it('are those that the base branch names', async () => {
    const hooks = `connections: { lakefs: { hooks: [{ repository: loans, file: hooks.yaml }] } }`
    for (const head of ['model: { name: credit }', 'connections: { lakefs: { tag: false, hooks: [] } }']) {
      const { settings, dataChanges } = await takeBar(settingsOf(head), 'proofmark.yml', forgeWith(hooks))
      expect(settings.connections.lakefs?.hooks).toMatchObject([{ repository: 'loans', branch: 'main' }])
      expect(dataChanges).toMatchObject([{ id: 'hooks.changed', status: 'warn' }])
    }
    const own = await takeBar(settingsOf(hooks), 'proofmark.yml', forgeWith('model: { name: credit }'))
    expect(own.settings.connections.lakefs?.hooks).toHaveLength(1)
  })
})
