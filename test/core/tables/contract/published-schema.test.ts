import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readContract } from '../../../../src/core/tables/contract/read-contract.ts'

// The schema that the standard publishes (ODCS 3.1.0, Bitol, Apache-2.0).
const ajv = new Ajv2019({ strict: false, allErrors: false })
addFormats.default(ajv)
const validate = ajv.compile(JSON.parse(readFileSync('test/fixtures/odcs-3.1.0.schema.json', 'utf8')))
const isPublished = (text: string): boolean => validate(parse(text))
const isRead = (text: string): boolean => {
  try {
    readContract('contract.yaml', text)
    return true
  } catch {
    return false
  }
}

/** Where our reading takes more than the published schema, by what a contract's path or text has of it, and why. */
const BEYOND: Readonly<Record<string, string>> = {
  'enum:': 'logicalTypeOptions.enum is no key of v3.1, but in use; 3.2 has it',
  'not-evaluated/format-of-a-number': 'a format of another version is told of, not refused',
  'not-evaluated/old-rule-name': 'v3.0 names metrics under rule',
  'row-count/two-operators': 'of several operators all must hold',
}

const contracts = [
  'examples',
  'test/cases/tables',
  'test/cases/cross-tables',
  'test/cases/importers',
  'bench/tables',
].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.odcs.yaml'))
    .map(file => `${folder}/${file}`),
)

describe('the schema that the standard publishes', () => {
  it('takes every contract of ours, but for what goes beyond it on purpose', () => {
    const refused = contracts.filter(path => {
      const text = readFileSync(path, 'utf8')
      return isRead(text) && !isPublished(text) && !Object.keys(BEYOND).some(key => `${path}${text}`.includes(key))
    })
    expect(refused).toEqual([])
    expect(contracts.length).toBeGreaterThan(250)
  })

  const WHOLE = readFileSync('test/core/tables/contract/whole.odcs.yaml', 'utf8')

  it('and our reading take a contract with every part of the standard', () => {
    expect(isPublished(WHOLE), JSON.stringify(validate.errors)).toBe(true)
    expect(() => readContract('whole.odcs.yaml', WHOLE)).not.toThrow()
  })

  // Each changes one thing; both must refuse it, or the reason why one does not stands beside it.
  it.each([
    ['an unknown key at the top', /^kind:/m, 'knid: x\nkind:'],
    ['no id', /^id: .*$/m, ''],
    ['no version', /^version: .*$/m, ''],
    ['another kind', 'kind: DataContract', 'kind: Contract'],
    ['another version of the standard', 'apiVersion: v3.1.0', 'apiVersion: v9.9.9'],
    ['an unknown logical type', 'logicalType: integer', 'logicalType: int'],
    ['a required that is no boolean', 'required: true', 'required: "yes"'],
    ['a unique that is no boolean', 'unique: true', 'unique: 1'],
    ['an unknown metric', 'metric: rowCount', 'metric: rows'],
    ['a limit that is no number', 'mustBeGreaterThan: 0', 'mustBeGreaterThan: many'],
    ['a range of one', 'mustBeBetween: [1, 100]', 'mustBeBetween: [1]'],
    ['a custom rule without implementation', /^ *implementation: .*$/m, ''],
    ['an unknown key of a property', 'criticalDataElement: true', 'criticalData: true'],
    ['a minimum length that is no number', 'minLength: 1', 'minLength: one'],
    ['a relationship without to', /^ *to: customers.id$/m, ''],
  ] as const)('and our reading refuse %s', (_, from, to) => {
    const changed = WHOLE.replace(from, to)
    expect(changed).not.toBe(WHOLE)
    expect([isPublished(changed), isRead(changed)]).toEqual([false, false])
  })
})
