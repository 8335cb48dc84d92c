import { describe, expect, it } from 'vitest'
import { takeBar } from '../../src/commands/take-bar.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { forgeWith } from './forge-with.ts'

const take = (base: string, head: string) => takeBar(settingsOf(head), 'proofmark.yml', forgeWith(base))

describe('in a pull request', () => {
  it("claims are decided by the base branch's level, favourable class and groups", async () => {
    const { settings, claimChanges } = await take(
      'certify: { claims: ["fair by sex"], level: 0.95, favourable: good, groups: [sex], cluster: customer }',
      'certify: { claims: ["fair by sex"], level: 0.5, favourable: bad, slices: [region] }',
    )
    expect(settings.certify).toMatchObject({ level: 0.95, favourable: 'good', groups: ['sex'], cluster: 'customer' })
    expect(settings.certify).not.toHaveProperty('slices')
    expect(claimChanges).toMatchObject([
      {
        id: 'judging.changed',
        status: 'warn',
        reason: expect.stringContaining('certify.cluster from "customer" to null'),
      },
    ])
  })

  it('the threshold and the columns may come with the model, and that is said', async () => {
    const { settings, claimChanges } = await take(
      'certify: { claims: ["auc >= 0.8"], label: truth }',
      'certify: { claims: ["auc >= 0.8"], threshold: 0.3 }',
    )
    expect(settings.certify).toMatchObject({ threshold: 0.3 })
    expect(claimChanges).toMatchObject([
      {
        id: 'judging.differs',
        status: 'warn',
        reason:
          'This pull request changes certify.label from "truth" to "label", certify.threshold from 0.5 to 0.3; this run was decided by it',
      },
    ])
  })

  it('what metrics are made with waits for the merge, too', async () => {
    const { settings, claimChanges } = await take(
      'certify: { task: regression, claims: ["within-tolerance >= 0.9"], tolerance: 1, costs: { false-negative: 5 } }',
      'certify: { task: regression, claims: ["within-tolerance >= 0.9"], tolerance: 100 }',
    )
    expect(settings.certify).toMatchObject({ tolerance: 1, costs: { 'false-negative': 5 } })
    expect(claimChanges.map(({ id }) => id)).toEqual(['judging.changed'])
  })

  it('what the base branch looks at is not left out', async () => {
    const { settings } = await take(
      'certify: { claims: ["auc >= 0.8"], train: train.csv, repeat: again.csv }',
      'certify: { claims: ["auc >= 0.8"], repeat: other.csv }',
    )
    expect(settings.certify).toMatchObject({ train: 'train.csv', repeat: 'other.csv' })
  })

  it('that brings new files changes nothing about the bar', async () => {
    const { claimChanges } = await take(
      'certify: { claims: ["auc >= 0.8"], predictions: old.csv }',
      'certify: { claims: ["auc >= 0.8"], predictions: new.csv, champion: old.csv }',
    )
    expect(claimChanges).toEqual([])
  })
})
