import { describe, expect, it } from 'vitest'
import { takeBar } from '../../src/commands/take-bar.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import type { Forge } from '../../src/ports.ts'
import { forgeWith } from './forge-with.ts'

const later = () => Promise.reject(new Error('The bar has no business with it'))
/** A forge whose base branch has one file, or none. */
const forge = (text: string | undefined): Forge => ({
  ...forgeWith(undefined),
  readBase: async () => text,
  readFile: later,
  listBase: later,
  createCheckRun: later,
  standingCheckRuns: later,
  findComment: later,
  createComment: later,
  updateComment: later,
  deleteComment: later,
  currentHead: later,
  release: later,
  attest: later,
})

const waiver = (name: string) => ({
  rule: 'artefact',
  name,
  sha256: 'a'.repeat(64),
  reason: 'Reviewed',
  owner: '@acme/risk',
  expires: '2026-12-31',
})
const head = (...names: string[]) => Settings.parse({ policy: { waivers: names.map(waiver) } })
const base = (...names: string[]) => JSON.stringify({ policy: { waivers: names.map(waiver) } })

describe('in a pull request', () => {
  it("waivers are the base branch's, and what the pull request adds is listed and waits", async () => {
    const { settings, securityChanges } = await takeBar(head('os.system', 'kept'), 'proofmark.yml', forge(base('kept')))
    expect(settings.policy.waivers?.map(waiver => 'name' in waiver && waiver.name)).toEqual(['kept'])
    expect(securityChanges).toMatchObject([
      { id: 'waivers.changed', status: 'warn', reason: expect.stringContaining('adds the waiver of os.system') },
    ])
  })

  it('a base branch without waivers gives none', async () => {
    const { settings } = await takeBar(head('os.system'), 'proofmark.yml', forge('policy: {}\n'))
    expect(settings.policy).not.toHaveProperty('waivers')
  })

  it('that introduces the file, its waivers count, and that is said', async () => {
    const { settings, securityChanges } = await takeBar(head('x'), 'proofmark.yml', forge(undefined))
    expect(settings.policy.waivers).toHaveLength(1)
    expect(securityChanges).toMatchObject([{ id: 'policy.introduced', status: 'warn' }])
    expect((await takeBar(Settings.parse({}), 'proofmark.yml', forge(undefined))).securityChanges).toEqual([])
  })
})
