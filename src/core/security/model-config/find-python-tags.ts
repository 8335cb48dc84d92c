import { isNode, parseAllDocuments, visit } from 'yaml'
import type { Finding } from '../format.ts'
import { printable } from '../printable.ts'
import { MAX_YAML } from './read-config.ts'

const PREFIX = 'tag:yaml.org,2002:python/'
/** Of PyYAML's tags those that name what is imported, called or made (yaml/constructor.py). */
const RUNS = /^(?:name|module|object)\b/

/** Whether such a tag may be in the text: spelt plainly, with escapes, or by a handle of its own. */
export const mentionsPythonTags = (text: string): boolean =>
  text.includes('!') && (/python\//.test(text) || /^%TAG/m.test(text) || /![^\s,]*%[0-9a-fA-F]{2}/.test(text))

/** Every tag by which PyYAML's unsafe loaders import, call or make what a document names; none where the text is no YAML. */
export function findPythonTags(text: string): readonly Finding[] {
  if (!mentionsPythonTags(text) || text.length > MAX_YAML) return []
  const findings: Finding[] = []
  for (const document of documentsOf(text))
    visit(document, {
      Node(_, node) {
        const tag = isNode(node) ? decoded(node.tag ?? '') : ''
        if (!tag.startsWith(PREFIX) || !RUNS.test(tag.slice(PREFIX.length))) return
        const offset = new TextEncoder().encode(text.slice(0, node.range?.[0] ?? 0)).length
        findings.push({
          offset,
          name: printable(tag.slice(PREFIX.length)),
          reason: 'is a Python object that a YAML loader imports or calls',
        })
      },
    })
  return findings
}

function documentsOf(text: string) {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })
    return Array.isArray(documents) ? documents.filter(({ errors }) => errors.length === 0) : []
  } catch {
    return []
  }
}

function decoded(tag: string): string {
  try {
    return decodeURIComponent(tag)
  } catch {
    return tag
  }
}
