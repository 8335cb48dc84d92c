import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Settings } from '../../../src/core/settings/schema.ts'
import { readContract } from '../../../src/core/tables/contract/read-contract.ts'
import * as importers from '../../../src/core/tables/importers/index.ts'
import { importContract } from '../../../src/core/tables/importing/import-contract.ts'
import { knownExpectation } from '../../../src/core/tables/importing/known-expectation.ts'

const CASES = resolve('test/cases/importers')
const cases = Object.values(importers).flatMap(({ id, title }) =>
  readdirSync(`${CASES}/${id}`).map(name => ({ name: `${id}/${name}`, folder: `${CASES}/${id}/${name}`, title })),
)

describe('every importer', () => {
  it.each(cases)('takes over or lists every rule: $name', async ({ folder, title }) => {
    const source = readdirSync(folder).find(file => file.startsWith('source.')) ?? ''
    const imported = importContract(source, readFileSync(`${folder}/${source}`, 'utf8'), knownExpectation)
    expect(imported.title).toBe(title)
    await expect(imported.contract).toMatchFileSnapshot(`${folder}/contract.odcs.yaml`)
    const { contract: _, ...report } = imported
    await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot(`${folder}/report.json`)
    // What comes out is a contract that is read without a fault, and in which what was left out is not forgotten.
    expect(readContract('contract.odcs.yaml', imported.contract).tables).toHaveLength(imported.tables)
    expect(imported.contract.match(/description: "?Not imported/g) ?? []).toHaveLength(imported.left.length)
  })
})

it('dialects of the files are such as proofmark.yml takes', () => {
  const source = JSON.stringify({
    resources: [
      {
        name: 'a',
        path: 'a.csv',
        dialect: { delimiter: ';' },
        schema: { fields: [{ name: 'x', type: 'number', decimalChar: ',' }], missingValues: ['', 'NA'] },
      },
    ],
  })
  const { dialects = '', left } = importContract('data/package.json', source, knownExpectation)
  expect(left).toEqual([])
  expect(Settings.parse(parse(dialects)).data.dialects).toMatchObject({
    'data/a.csv': { delimiter: ';', decimal: ',', nulls: ['NA'], quote: '"' },
  })
  expect(importContract('p.json', source.replace('";"', '","'), knownExpectation).dialects).not.toContain('delimiter')
})

describe('what is imported', () => {
  it('is recognised by its shape, else refused with what it could be', () => {
    expect(() => importContract('x.yaml', 'a: 1', knownExpectation)).toThrow(
      /Expected x\.yaml to be .* but found none of them/,
    )
  })

  it('or named', () => {
    expect(() => importContract('x.yaml', 'a: 1', knownExpectation, 'sodda')).toThrow(/but found 'sodda'/)
    expect(() => importContract('x.yaml', 'a: 1', knownExpectation, 'soda')).toThrow(/another shape/)
  })
})
