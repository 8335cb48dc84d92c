import type { SchemaDraft } from '@cfworker/json-schema'

const DRAFTS: readonly (readonly [RegExp, SchemaDraft])[] = [
  [/^https?:\/\/json-schema\.org\/draft-04\/schema#?$/, '4'],
  [/^https?:\/\/json-schema\.org\/draft-07\/schema#?$/, '7'],
  [/^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/, '2019-09'],
  [/^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/, '2020-12'],
]

/** The draft that a schema says it is written in, the newest where it says nothing; undefined of any other. */
export function draftOf(schema: object | boolean): SchemaDraft | undefined {
  const written: unknown = typeof schema === 'object' && '$schema' in schema ? schema.$schema : undefined
  if (written === undefined) return '2020-12'
  return DRAFTS.find(([pattern]) => pattern.test(String(written)))?.[1]
}
