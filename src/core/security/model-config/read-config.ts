import { parseAllDocuments } from 'yaml'
import { parseJson } from '../json-value.ts'

/** Longest text that is parsed as YAML, in characters. */
export const MAX_YAML = 8 * 1024 * 1024
/** Front matter of a model card. */
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** The values of a configuration: one of JSON, any number of YAML, of a Markdown file its front matter's; none of other text. */
export function readConfig(text: string): readonly unknown[] {
  const plain = text.replace(/^\uFEFF/, '')
  const json = parseJson(plain)
  if (json !== undefined) return [json]
  const whole = plain.length > MAX_YAML ? [] : yamlOf(plain)
  if (whole.length > 0) return whole
  return yamlOf(FRONT_MATTER.exec(plain)?.[1] ?? '')
}

/** YAML's values; none where any of it is in error, or unfolds to more than it is. */
function yamlOf(text: string): readonly unknown[] {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return []
    return documents.map((document): unknown => document.toJS({ maxAliasCount: 100 }))
  } catch {
    return []
  }
}
