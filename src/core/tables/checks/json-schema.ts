import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { MATCH_JSON_SCHEMA } from '../json-schema/expectation-name.ts'
import { documentJudge } from '../json-schema/judge-document.ts'
import { schemaFault } from '../json-schema/schema-fault.ts'

const Schema = z
  .union([z.record(z.string(), z.unknown()), z.boolean()], {
    error: 'a JSON Schema, or the path of one from the contract',
  })
  .superRefine((schema, { addIssue }) => {
    const message = schemaFault(schema)
    if (message !== undefined) addIssue({ code: 'custom', message })
  })
  .meta({ description: 'A JSON Schema' })

/** Every value is a JSON document that the schema (draft 4, 7, 2019-09 or 2020-12) holds for; `format` in it only describes. */
export const jsonSchema = defineCells({
  id: 'json-schema',
  title: 'Every value is JSON that matches a JSON Schema',
  expectation: MATCH_JSON_SCHEMA,
  options: z.strictObject({ json_schema: Schema }),
  demand: (_, { json_schema }) => ({
    reads: 'text',
    judge: documentJudge(json_schema),
    failing: 'does not match the JSON Schema',
    holding: 'matches the JSON Schema',
    undecided: 'is too long, or holds numbers too large, for the JSON Schema',
  }),
})
