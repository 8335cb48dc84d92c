import { expect, it } from 'vitest'
import { contractChanges } from '../../src/commands/contract-changes.ts'
import { readContract } from '../../src/core/tables/contract/read-contract.ts'

const contract = (properties: string, description = 'Applications') => `
apiVersion: v3.1.0
kind: DataContract
id: credit
version: 1.0.0
status: active
schema:
  - name: applications
    physicalName: applications.csv
    description: ${description}
    properties:
${properties}
`
const AGE = '      - { name: age, logicalType: integer, required: true }'
const changes = (text: string, before: string | undefined) =>
  contractChanges(readContract('c.yaml', text), text, { base: { readText: async () => before, list: async () => [] } })

it('names the columns and tables about which the contract says something else', async () => {
  const before = contract(`${AGE}\n      - { name: income, logicalType: number }`)
  const after = contract(
    '      - { name: age, logicalType: integer }\n      - { name: sex, logicalType: string }',
    'All',
  )
  expect(await changes(after, before)).toEqual([
    {
      id: 'contract.differs',
      title: 'The contract is another than on the base branch',
      status: 'warn',
      reason:
        "This pull request changes c.yaml: 'applications', 'age' of 'applications', 'income' of 'applications', 'sex' of 'applications'; this run was decided by it",
      hint: 'See that the change belongs to the data, and does not let through what was refused before',
      locations: [{ file: 'c.yaml' }],
    },
  ])
})

it.each([
  ['a comment alone', contract(AGE), `${contract(AGE)}# a comment\n`, 'its words, but no table'],
  ['a contract that could not be read', contract(AGE), 'kind: [', 'what could not be read on the base branch'],
])('tells %s as what it is', async (_, text, before, told) => {
  expect((await changes(text, before))[0]?.reason).toContain(told)
})

it('says nothing of a contract that is new, or the same, or where nothing is to be merged', async () => {
  const text = contract(AGE)
  expect(await changes(text, undefined)).toEqual([])
  expect(await changes(text, text)).toEqual([])
  expect(await contractChanges(readContract('c.yaml', text), text, {})).toEqual([])
})
