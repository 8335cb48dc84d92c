import { describe, expect, it } from 'vitest'
import { takeBar } from '../../src/commands/take-bar.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { forgeWith } from './forge-with.ts'

const take = (base: string, head: string) => takeBar(settingsOf(head), 'proofmark.yml', forgeWith(base))

describe('a pull request that asks less of a scan', () => {
  it('is scanned by what the base branch has chosen, and the change is listed', async () => {
    const base =
      'security: { vulnerabilities: api, sensitive-data: true, quasi-identifiers: [age, sex], min-k: 10, secrets: { baseline: b.json } }'
    const { settings, securityChanges } = await take(base, 'model: { name: credit }')
    expect(settings.security).toMatchObject({
      vulnerabilities: 'api',
      'sensitive-data': true,
      'quasi-identifiers': ['age', 'sex'],
      'min-k': 10,
      secrets: { baseline: 'b.json' },
    })
    expect(securityChanges).toMatchObject([
      { id: 'judging.changed', status: 'warn', title: 'How a scan is decided would change' },
    ])
    expect(securityChanges[0]?.reason).toContain('security.min-k from 10 to 5')
  })

  it('still scans what the base branch scans, and what it adds', async () => {
    const { settings } = await take('security: { paths: [src, notebooks] }', 'security: { paths: [lib, src] }')
    expect(settings.security.paths).toEqual(['src', 'notebooks', 'lib'])
  })

  it('may ask more where the base branch has chosen nothing, as its inputs do', async () => {
    const { settings, securityChanges } = await take(
      'model: { name: credit }',
      'security: { vulnerabilities: api, min-k: 20, quasi-identifiers: [age] }',
    )
    expect(settings.security).toMatchObject({ vulnerabilities: 'api', 'min-k': 20, 'quasi-identifiers': ['age'] })
    expect(securityChanges).toMatchObject([{ id: 'judging.differs', status: 'warn' }])
  })

  it('is told nothing where nothing changes', async () => {
    const same = 'security: { vulnerabilities: api, paths: [src] }'
    expect((await take(same, same)).securityChanges).toEqual([])
  })
})
