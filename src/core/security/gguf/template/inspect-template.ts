import { bindingsOf } from './bindings.ts'
import { judgeNode } from './judge-node.ts'
import { childrenOf, isNode, type Node } from './node.ts'

const MAX_LENGTH = 512 * 1024
const MAX_NODES = 200_000

/** Something that a template would do beyond putting the conversation into words. */
export interface TemplateFinding {
  readonly name: string
  /** 1-based line of the template. */
  readonly line: number
  /** Continues a sentence that begins with the name. */
  readonly reason: string
}

export interface InspectedTemplate {
  readonly findings: readonly TemplateFinding[]
  readonly fault?: string
}

/** Spelt anywhere, a comment included: readers may differ on where a comment ends. */
const SPELT = [
  [/__[A-Za-z]\w*__/g, "is a name of Python's own objects"],
  [/\\(?:x5[fF]|u005[fF]|U0000005[fF]|137|N\{)/g, 'hides an underscore'],
  [/\{%[-+]?\s*(?:include|import|from|extends)\b/g, 'loads another template'],
] as const

/** Parses a Jinja template, never renders it, and walks all of it: what is not known to be harmless is found. */
export async function inspectTemplate(text: string): Promise<InspectedTemplate> {
  const findings = SPELT.flatMap(([pattern, reason]) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }) => ({ name, line: lineAt(text, index), reason })),
  )
  if (text.length > MAX_LENGTH) return { findings, fault: `it is ${text.length} characters long` }
  const parsed = await parse(text)
  if (parsed === undefined) return { findings, fault: 'it cannot be parsed' }
  const nodes = [...below(parsed)]
  if (nodes.length > MAX_NODES) return { findings, fault: `it has more than ${MAX_NODES} nodes` }
  const bindings = bindingsOf(nodes)
  const judged = nodes.flatMap(node => {
    const refused = judgeNode(node, bindings)
    if (!refused) return []
    const { name, reason, spelt = name } = refused
    return [{ name, reason, line: lineAt(text, Math.max(0, text.indexOf(spelt))) }]
  })
  const once = new Map([...judged, ...findings].map(finding => [`${finding.line} ${finding.name}`, finding]))
  return { findings: [...once.values()].toSorted((a, b) => a.line - b.line) }
}

async function parse(text: string): Promise<Node | undefined> {
  const { Template } = await import('@huggingface/jinja')
  try {
    const { parsed }: { parsed: unknown } = new Template(text)
    return isNode(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** All nodes, without recursion; statement-level texts, which are only printed, left out. */
function* below(root: Node): Generator<Node> {
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    yield node
    const printed = [node.body, node.alternate, node.defaultBlock].filter(Array.isArray).flat()
    const texts = new Set<unknown>(printed.filter(child => isNode(child) && child.type === 'StringLiteral'))
    open.push(...childrenOf(node).filter(child => !texts.has(child) && child.type !== 'Comment'))
  }
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length
