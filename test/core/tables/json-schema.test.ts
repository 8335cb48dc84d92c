import { describe, expect, it } from 'vitest'
import { readContract } from '../../../src/core/tables/contract/read-contract.ts'
import { documentJudge } from '../../../src/core/tables/json-schema/judge-document.ts'
import { loadLibrary } from '../../../src/core/tables/json-schema/library.ts'
import { namedSchemas } from '../../../src/core/tables/json-schema/named-schemas.ts'
import { schemaFault } from '../../../src/core/tables/json-schema/schema-fault.ts'

describe('a schema', () => {
  it.each([
    [true],
    [{}],
    [{ $schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/definitions/a', definitions: { a: {} } }],
    [{ enum: [{ $ref: 'https://example.com', pattern: '(' }] }],
    [{ properties: { $ref: { type: 'string' }, pattern: { type: 'string' } } }],
  ])('%j can be held against documents', schema => expect(schemaFault(schema)).toBeUndefined())

  it.each([
    ['no object', 'a.json', 'a JSON Schema, or the path of one'],
    ['a list', [], 'a JSON Schema, or the path of one'],
    ['of another draft', { $schema: 'http://json-schema.org/draft-06/schema#' }, 'of draft 4, 7, 2019-09 or 2020-12'],
    [
      'that leads out of itself',
      { items: { $ref: 'https://example.com/a.json' } },
      'one leads to https://example.com/a.json',
    ],
    ['of what nobody here follows', { $dynamicRef: '#a' }, 'without $dynamicRef'],
    ['of a pattern of Python', { properties: { a: { pattern: '(?P<a>x)' } } }, 'one is (?P<a>x)'],
    ['of such a pattern of names', { patternProperties: { '[': {} } }, 'one is ['],
  ])('%s is refused', (_, schema, why) => expect(schemaFault(schema)).toContain(why))

  it('is refused with its line in the contract', () => {
    const contract = `apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties:
      - name: x
        quality:
          - type: custom
            engine: proofmark
            implementation:
              expectation: expect_column_values_to_match_json_schema
              json_schema: { $schema: http://json-schema.org/draft-03/schema# }
`
    expect(() => readContract('c.yaml', contract)).toThrow(/draft 4, 7, 2019-09 or 2020-12.*\(c\.yaml:1[45]\)/)
  })
})

describe('a document', () => {
  const judge = async (schema: object | boolean, text: string) => {
    await loadLibrary()
    return documentJudge(schema)(text)
  }

  it('is judged by the draft that the schema says', async () => {
    const schema = { items: [{ type: 'string' }], additionalItems: false }
    const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#', ...schema }
    expect(await judge(draft7, '["a", 1]')).toBe('fail')
    expect(await judge({ prefixItems: [{ type: 'string' }], items: false }, '["a", 1]')).toBe('fail')
    expect(await judge({ prefixItems: [{ type: 'string' }] }, '["a", 1]')).toBe('pass')
  })

  it('is not judged by formats, as in Great Expectations', async () => {
    expect(await judge({ type: 'string', format: 'date' }, '"no day"')).toBe('pass')
  })

  it('that is none matches nothing, and what leads nowhere or in circles decides nothing', async () => {
    expect(await judge(true, '{')).toBe('fail')
    expect(await judge(false, '1')).toBe('fail')
    expect(await judge({ $ref: '#/definitions/none' }, '1')).toBe('undecided')
    expect(await judge({ $ref: '#' }, '1')).toBe('undecided')
  })

  it('of numbers that are not those written, or of long texts under a pattern, is undecided', async () => {
    expect(await judge({ maximum: 2 ** 60 }, '9007199254740993')).toBe('undecided')
    expect(await judge({ pattern: '^(a|b)*$' }, JSON.stringify('a'.repeat(1001)))).toBe('undecided')
    expect(await judge({ maxLength: 5 }, JSON.stringify('a'.repeat(1001)))).toBe('fail')
    expect(await judge({ type: 'string' }, JSON.stringify('a'.repeat(1024 * 1024)))).toBe('undecided')
  })
})

it('schemas that a contract names by path are found where they stand, the last first', () => {
  const name = 'expect_column_values_to_match_json_schema'
  const text = `a: { expectation: ${name}, json_schema: one.json }\nb:\n  - expectation: ${name}\n    json_schema: "two.json"\nc: { expectation: ${name}, json_schema: {} }\nd: { json_schema: no.json }\n`
  const found = namedSchemas(text)
  expect(found.map(({ path, start, end }) => [path, text.slice(start, end)])).toEqual([
    ['two.json', '"two.json"'],
    ['one.json', 'one.json'],
  ])
  expect(namedSchemas('a: [')).toEqual([])
})
