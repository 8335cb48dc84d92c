import { describe, expect, it } from 'vitest'
import { readContract } from '../../../../src/core/tables/contract/read-contract.ts'
import { UserError } from '../../../../src/core/user-error.ts'

const HEAD = 'apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\n'
const read = (text: string) => readContract('c.yaml', text)
const table = (...lines: string[]) =>
  read(`${HEAD}schema:\n  - name: t\n${lines.map(line => `    ${line}\n`).join('')}`)
const column = (...lines: string[]) => table('properties:', '  - name: x', ...lines.map(line => `    ${line}`))

function refusal(run: () => unknown): UserError {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('a contract', () => {
  it('is read with the lines of its parts', () => {
    const { tables } = table('properties:', '  - name: a', '  - name: b', '    required: true')
    expect(tables[0]?.object.properties?.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(tables[0]?.lineOf()).toBe(7)
    expect(tables[0]?.lineOf('properties', 1, 'required')).toBe(11)
    expect(tables[0]?.lineOf('properties', 0, 'required')).toBe(9)
  })

  it('may have every key of the standard, read or not, and empty lists', () => {
    const { tables } = read(`${HEAD}name: n
tenant: x
domain: lending
tags: [a]
dataProduct: p
description: { purpose: p, usage: u, limitations: l }
servers: [{ server: s, type: local, path: p, format: csv }]
team: { name: t, members: [{ username: u }] }
roles: [{ role: r }]
support: [{ channel: c }]
price: { priceAmount: 1 }
slaProperties: [{ property: frequency, value: 1 }]
authoritativeDefinitions: [{ url: https://example.org, type: t }]
customProperties: [{ property: p, value: v }]
contractCreatedTs: 2024-01-01T00:00:00Z
schema:
  - name: t
    id: t_obj
    physicalType: file
    businessName: b
    logicalType: object
    description: null
    dataGranularityDescription: d
    tags: []
    quality:
    relationships: []
    properties:
      - name: x
        id: x_prop
        businessName: b
        physicalType: varchar(2)
        description: null
        partitioned: false
        partitionKeyPosition: -1
        primaryKeyPosition: -1
        criticalDataElement: true
        classification: 3
        encryptedName: e
        transformSourceObjects: [a]
        transformLogic: l
        transformDescription: d
        examples: [1]
        tags: []
        logicalTypeOptions:
        quality:
          - id: r
            metric: nullValues
            mustBe: 0
            dimension: completeness
            method: reconciliation
            businessImpact: operational
            schedule: 0 20 * * *
            scheduler: cron
            tags: []
            authoritativeDefinitions: []
            customProperties: []
            arguments:
`)
    expect(tables).toHaveLength(1)
  })

  it.each(['v3.0.0', 'v3.0.2', 'v3.1.0'])('may be of %s', version => {
    expect(read(`${HEAD.replace('v3.1.0', version)}schema: [{ name: t }]`).tables).toHaveLength(1)
  })
})

describe('a contract is refused', () => {
  it('with all its faults at once, each with its line', () => {
    const { message, code, line } = refusal(() =>
      column(
        'requird: true',
        'logicalType: int',
        'unique: maybe',
        'quality:',
        '  - metric: nullvalues',
        '    mustBe: 0',
      ),
    )
    expect(code).toBe('contract.invalid')
    expect(line).toBeTypeOf('number')
    expect(message.split('\n')).toEqual([
      expect.stringMatching(/logicalType' to be one of string, date, .* but found "int" \(c\.yaml:11\)$/),
      expect.stringMatching(/unique' to be true or false but found "maybe" \(c\.yaml:12\)$/),
      expect.stringMatching(/metric' to be one of rowCount, .* but found "nullvalues" \(c\.yaml:14\)$/),
      "Unknown key 'requird' in 'schema[0].properties[0]' (c.yaml:10): did you mean 'required'?",
    ])
  })

  it.each([
    ['no text', '', 'contract.format', 'but found nothing'],
    ['a list', '- a\n', 'contract.invalid', 'to be a map'],
    [
      'a Data Contract Specification',
      'dataContractSpecification: 1.1.0\n',
      'contract.format',
      'a Data Contract Specification',
    ],
    ['ODCS v2', HEAD.replace('v3.1.0', 'v2.2.2'), 'contract.format', 'ODCS v2.2.2'],
    [
      'a version to come',
      `${HEAD.replace('v3.1.0', 'v4.0.0')}schema: [{ name: t }]`,
      'contract.invalid',
      "'apiVersion' to be one of v3.1.0",
    ],
    ['no tables', `${HEAD}schema: []`, 'contract.invalid', "'schema' to be at least 1 long"],
    ['no schema', HEAD, 'contract.invalid', "'schema' to be a list but found nothing"],
    ['broken YAML', 'a: [1\n', 'yaml.syntax', '(c.yaml:'],
    ['a key twice', `${HEAD}id: d\n`, 'yaml.syntax', '(c.yaml:6)'],
  ])('when it is %s', (_, text, code, found) => {
    const error = refusal(() => read(text))
    expect(error.code).toBe(code)
    expect(error.message).toContain(found)
  })

  it.each([
    [
      'an option of another type',
      ['logicalType: integer', 'logicalTypeOptions: { minLength: 1 }'],
      "minLength' to be left out, as it is no option of the type integer, but found 1 (c.yaml:11)",
    ],
    [
      'a limit that is no number',
      ['logicalType: number', 'logicalTypeOptions: { minimum: "1" }'],
      'minimum\' to be a number but found "1"',
    ],
    [
      'a limit that is no date',
      ['logicalType: date', 'logicalTypeOptions: { maximum: 2024-02-30 }'],
      'maximum\' to be a date but found "2024-02-30"',
    ],
    [
      'a limit for dates that is a number',
      ['logicalType: date', 'logicalTypeOptions: { maximum: 2024 }'],
      "maximum' to be a date as text but found 2024",
    ],
    [
      'an exclusive limit as in v3.0',
      ['logicalType: integer', 'logicalTypeOptions: { exclusiveMaximum: true }'],
      "exclusiveMaximum' to be a number or a text but found true",
    ],
    [
      'a pattern that is none',
      ['logicalTypeOptions: { pattern: "(a" }'],
      'pattern\' to be a regular expression of ECMA-262 but found "(a"',
    ],
    [
      'lengths the wrong way round',
      ['logicalTypeOptions: { minLength: 3, maxLength: 2 }'],
      "minLength' to be at most maxLength, 2, but found 3",
    ],
    [
      'a multiple of zero',
      ['logicalType: integer', 'logicalTypeOptions: { multipleOf: 0 }'],
      "multipleOf' to be greater than 0 but found 0",
    ],
    [
      'an unknown option',
      ['logicalType: integer', 'logicalTypeOptions: { minimun: 0 }'],
      "Unknown key 'minimun' in 'schema[0].properties[0].logicalTypeOptions' (c.yaml:11): did you mean 'minimum'?",
    ],
    [
      'a rule without an operator',
      ['quality: [{ metric: nullValues }]'],
      'to be a rule with one of mustBe, mustNotBe, ',
    ],
    [
      'a rule whose limit is a text',
      ['quality: [{ metric: nullValues, mustBe: none }]'],
      'mustBe\' to be a number but found "none"',
    ],
    [
      'a range of one number',
      ['quality: [{ metric: nullValues, mustBeBetween: [1] }]'],
      "mustBeBetween' to be at least 2 long but found [1]",
    ],
    [
      'a range the wrong way round',
      ['quality: [{ metric: nullValues, mustBeBetween: [5, 1] }]'],
      "mustBeBetween' to be a list of two numbers, the smaller first",
    ],
    [
      'a unit that is none',
      ['quality: [{ metric: nullValues, mustBe: 0, unit: per mille }]'],
      "unit' to be rows or percent",
    ],
    [
      'a number of rows in percent',
      ['quality: [{ metric: rowCount, mustBe: 0, unit: percent }]'],
      'unit\' to be rows but found "percent"',
    ],
    [
      'a rule of the library without a metric',
      ['quality: [{ type: library, mustBe: 0 }]'],
      "metric' to be one of rowCount, ",
    ],
    [
      'invalid values without what is valid',
      ['quality: [{ metric: invalidValues, mustBe: 0 }]'],
      "arguments' to be validValues or a pattern",
    ],
    [
      'a pattern beside its arguments',
      ['quality: [{ metric: invalidValues, mustBe: 0, pattern: a }]'],
      "Unknown key 'pattern'",
    ],
  ])('when a column has %s', (_, lines, found) => {
    expect(refusal(() => column(...lines)).message).toContain(found)
  })

  it.each([
    [
      'the metric of a column',
      ['quality: [{ metric: nullValues, mustBe: 0 }]'],
      "metric' to be rowCount or duplicateValues on a table",
    ],
    [
      'duplicates of nothing',
      ['quality: [{ metric: duplicateValues, mustBe: 0 }]'],
      'a map with the properties that must differ together',
    ],
    [
      'duplicates of no column',
      [
        'properties: [{ name: a }]',
        'quality: [{ metric: duplicateValues, mustBe: 0, arguments: { properties: [a, b] } }]',
      ],
      'to be a property of \'t\' but found "b" (c.yaml:9)',
    ],
    [
      'a column twice',
      ['properties: [{ name: a }, { name: a }]'],
      'name\' to be a name that no other property has but found "a"',
    ],
  ])('when a table has %s', (_, lines, found) => {
    expect(refusal(() => table(...lines)).message).toContain(found)
  })
})
