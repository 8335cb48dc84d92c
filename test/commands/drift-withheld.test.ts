import { expect, it } from 'vitest'
import { driftCompare } from '../../src/commands/drift-compare.ts'
import { compose } from '../../src/compose.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { creditRepository } from '../harness/credit.ts'

const silent = { info: () => {}, warn: () => {}, progress: () => {} }

it('shows no value of a column that the contract classifies as sensitive, and all numbers about it', async () => {
  const root = creditRepository(edit => {
    edit('contract.odcs.yaml', text => text.replace(/(- name: home[\s\S]*?classification: )internal/, '$1pii'))
  })
  const settings = Settings.parse({
    data: { contract: 'contract.odcs.yaml' },
    drift: { reference: 'train.csv', current: 'current.csv', ignore: ['id'] },
  })
  const { checks, result, materials } = await driftCompare.find(settings, compose(root, silent, {}))
  const told = JSON.stringify({ checks, result })
  expect(told).not.toContain('cooperative')
  expect(told).not.toContain('median 122')

  const reason = (id: string) => checks.find(check => check.id === id)?.reason
  expect(reason('home.unseen-categories')).toContain('(72 of 1 337 rows)')
  expect(reason('income.distribution')).toMatch(/found [\d.]+, adjusted p/)
  expect(reason('assets.distribution')).toContain('median')
  const income = result.columns.find(({ column }) => column === 'income')
  expect(income?.histogram?.edges).toEqual([])
  expect(income).not.toHaveProperty('summary')
  expect(result.columns.find(({ column }) => column === 'assets')?.summary?.current?.max).toBeGreaterThan(0)
  expect(income?.histogram?.current.length).toBeGreaterThan(5)
  expect(materials.map(({ role }) => role)).toEqual(['contract', 'reference', 'current'])
})
