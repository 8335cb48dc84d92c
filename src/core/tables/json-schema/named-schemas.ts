import { isMap, isScalar, parseDocument, visit } from 'yaml'
import { MATCH_JSON_SCHEMA } from './expectation-name.ts'

/** A schema that a contract names by its path, and where the path stands in the contract's text. */
export interface NamedSchema {
  readonly path: string
  readonly start: number
  readonly end: number
}

/** The schemas that a contract names instead of writing them out, from its last to its first. */
export function namedSchemas(contract: string): NamedSchema[] {
  if (!contract.includes(MATCH_JSON_SCHEMA)) return []
  const found: NamedSchema[] = []
  visit(parseDocument(contract, { uniqueKeys: false }), {
    Map(_, map) {
      if (map.get('expectation') !== MATCH_JSON_SCHEMA) return
      const value = map.items.find(({ key }) => isScalar(key) && key.value === 'json_schema')?.value
      if (isMap(value) || !isScalar(value) || typeof value.value !== 'string' || !value.range) return
      const [start, end] = value.range
      found.push({ path: value.value, start, end })
    },
  })
  return found.toSorted((a, b) => b.start - a.start)
}
