import type { SchemaDraft, Validator } from '@cfworker/json-schema'

type Library = typeof import('@cfworker/json-schema')

let library: Library | undefined

/** Loads the library, an interpreter of schemas that makes no code of them. Must have ended before a rule that needs it is planned. */
export async function loadLibrary(): Promise<void> {
  if (library) return
  const loaded = await import('@cfworker/json-schema')
  // `format` only describes (JSON Schema 2020-12, 7.2.1), and so does python-jsonschema take it, which Great Expectations uses.
  for (const name of Object.keys(loaded.format)) delete loaded.format[name]
  library = loaded
}

/** A validator of a schema; loading must have ended. */
export function validatorOf(schema: object | boolean, draft: SchemaDraft): Validator {
  if (!library) throw new Error('A JSON Schema was asked for before its library was loaded')
  return new library.Validator(schema, draft)
}
