import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scanTables } from '../../../../src/commands/scan-tables.ts'
import { Settings } from '../../../../src/core/settings/schema.ts'
import { localFiles } from '../../../../src/files/local-files.ts'
import { localTables } from '../../../../src/tables/local-tables.ts'
import { disk, memoryPorts } from '../../record/memory.ts'

const ROOT = 'examples/credit'
const scan = async (settings: object, root = ROOT) => {
  const ports = { ...memoryPorts(disk()), files: localFiles(root), tables: localTables(root) }
  const found = await scanTables(Settings.parse(settings), ports)
  return { ...found, statuses: Object.fromEntries(found.checks.map(({ id, status }) => [id, status])) }
}
const CREDIT = {
  data: { files: ['applications.csv'], contract: 'contract.odcs.yaml' },
  certify: { predictions: 'predictions-forest.csv', champion: 'predictions-champion.csv' },
  drift: { reference: 'train.csv', current: 'current.csv' },
}

describe('the credit example', () => {
  it('has ages, which its contract classifies, and no false alarm on ids, amounts or scores', async () => {
    const { statuses, tables, materials } = await scan(CREDIT)
    expect(statuses).toEqual({
      'sensitive.applications.csv.age': 'pass',
      'sensitive.predictions-forest.csv': 'pass',
      'sensitive.predictions-champion.csv': 'pass',
      'sensitive.train.csv.age': 'pass',
      'sensitive.current.csv.age': 'pass',
    })
    expect(tables[0]).toMatchObject({ file: 'applications.csv', rows: 4454, columns: 15 })
    expect(materials.map(({ name, role }) => [name, role])).toEqual([
      ['contract.odcs.yaml', 'contract'],
      ['applications.csv', 'data'],
      ['predictions-forest.csv', 'predictions'],
      ['predictions-champion.csv', 'champion'],
      ['train.csv', 'reference'],
      ['current.csv', 'current'],
    ])
  })

  it('without a contract, is warned about its ages', async () => {
    const { statuses } = await scan({ data: { files: ['applications.csv'] } })
    expect(statuses).toEqual({ 'sensitive.applications.csv.age': 'warn' })
  })

  // Expected numbers: pandas, groupby(quasi-identifiers).size() and .nunique() over the same file.
  it('is no anonymous table', async () => {
    const { statuses, tables } = await scan({
      ...CREDIT,
      security: { 'quasi-identifiers': ['age', 'marital', 'home'], 'min-l': 2 },
    })
    expect(tables[0]?.anonymity).toEqual({
      quasiIdentifiers: ['age', 'marital', 'home'],
      k: 1,
      groups: 528,
      groupsBelow: 321,
      rowsBelow: 578,
      diversity: [{ column: 'income', l: 1 }],
    })
    expect(statuses).toMatchObject({
      'k-anonymity.applications.csv': 'fail',
      'l-diversity.applications.csv.income': 'fail',
      'k-anonymity.current.csv': 'fail',
    })
    expect(Object.keys(statuses)).not.toContain('k-anonymity.predictions-champion.csv')
  })

  it('by job alone, in production, hides each row among 55', async () => {
    const { tables, statuses } = await scan({
      data: { files: ['current.csv'], contract: 'contract.odcs.yaml' },
      security: { 'quasi-identifiers': ['job'], 'min-k': 55, 'min-l': 31 },
    })
    expect(tables[0]?.anonymity).toMatchObject({
      k: 55,
      groups: 4,
      diversity: [
        { column: 'age', l: 31 },
        { column: 'income', l: 43 },
      ],
    })
    expect(statuses).toMatchObject({
      'k-anonymity.current.csv': 'pass',
      'l-diversity.current.csv.age': 'pass',
      'l-diversity.current.csv.income': 'pass',
    })
  })
})

describe('what cannot be looked at is inconclusive, and the rest is looked at all the same', () => {
  it.each([
    ['a table that is not there', { data: { files: ['missing.csv', 'current.csv'] } }, 'sensitive.missing.csv'],
    [
      'a table that is none',
      { data: { files: ['model-champion.pkl', 'current.csv'] } },
      'sensitive.model-champion.pkl',
    ],
    [
      'quasi-identifiers a table does not have',
      { data: { files: ['current.csv'] }, security: { 'quasi-identifiers': ['age', 'postcode'] } },
      'k-anonymity.current.csv',
    ],
    ['quasi-identifiers and no table', { security: { 'quasi-identifiers': ['age'] } }, 'k-anonymity'],
  ])('%s', async (_, settings, id) => {
    const { statuses } = await scan(settings)
    expect(statuses[id]).toBe('inconclusive')
    if ('data' in settings) expect(statuses['sensitive.current.csv.age']).toBe('warn')
  })

  it('a contract that cannot be read leaves no column called unclassified', async () => {
    const { statuses } = await scan({ data: { files: ['current.csv'], contract: 'proofmark.yml' } })
    expect(statuses).toEqual({ 'sensitive.proofmark.yml': 'inconclusive' })
  })
})

it('no cell of the table is in the evidence', async () => {
  const { checks, tables } = await scan({ data: { files: ['table.csv'] } }, 'test/cases/sensitive/email/unnamed')
  const values = readFileSync('test/cases/sensitive/email/unnamed/table.csv', 'utf8').match(/\S+@\S+/g) ?? []
  expect(values.length).toBeGreaterThan(20)
  for (const value of values) expect(JSON.stringify({ checks, tables })).not.toContain(value.slice(2))
})
