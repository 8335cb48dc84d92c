import type { Source } from '../content/source.ts'
import { type Finding, type Inspection, type InspectionContext, inconclusive, passed } from '../format.ts'
import { npy } from '../formats/npy.ts'
import { npz } from '../formats/npz.ts'
import { hearWhole } from '../hear-whole.ts'
import { heldText } from '../held-text.ts'
import { isJsonObject, readJson } from '../strict-json.ts'
import type { Archive } from '../zip/archive.ts'
import { combine, type Part } from '../zip/combine.ts'
import { inspectMembers } from '../zip/inspect-members.ts'
import { inspectSchema, type SkopsSchema } from './inspect-schema.ts'
import { treeFault } from './tree-fault.ts'

const SCHEMA = 'schema.json'
const SAVE_AGAIN = 'Save the model again with a current skops'
const SAFER = 'Have the model saved again without it, or ask for the name to be put on the allow list'
const MAX_FINDINGS = 100

/** Inspects a skops file: every node of its schema, and that each further member is what the node that reads it takes. */
export async function inspectSkops(archive: Archive, context: InspectionContext): Promise<Inspection> {
  const contents = new Map<string, Source>()
  const contexts = new Map<string, InspectionContext>()
  const { fault, limit } = await inspectMembers(archive, context, ({ name }, content, inMember) => {
    contents.set(name, content)
    contexts.set(name, inMember)
    if (name === SCHEMA) hearWhole(inMember.hear, content)
    return undefined
  })
  const json = readJson(heldText(contents.get(SCHEMA)))
  if (!json || !isJsonObject(json.value))
    return combine(
      [{ name: SCHEMA, inspection: unlike('a skops schema that every parser reads alike') }],
      fault,
      '',
      limit,
    )
  const schema = inspectSchema(json.value, json.text)
  const parts: Part[] = [{ name: SCHEMA, inspection: judge(schema, json.value.protocol) }]
  for (const tree of schema.trees) {
    const wrong = treeFault(tree, contents)
    if (wrong !== undefined)
      parts.push({ name: SCHEMA, inspection: failed([{ offset: 0, name: 'sklearn.tree._tree.Tree', reason: wrong }]) })
  }
  for (const file of schema.files.keys())
    if (!contents.has(file))
      parts.push({
        name: file,
        inspection: inconclusive('Expected the file that the schema names but there is none', SAVE_AGAIN),
      })
  for (const [name, content] of contents)
    if (name !== SCHEMA)
      parts.push({
        name,
        inspection: await inspectMember(schema.files.get(name), content, contexts.get(name) ?? context),
      })
  return combine(parts, fault, `Loads ${schema.globals} names, all on the allow list`, limit)
}

const unlike = (expected: string) => inconclusive(`Expected ${expected} but found something else`, SAVE_AGAIN)

function judge({ findings, globals, hasGenerator }: SkopsSchema, protocol: unknown): Inspection {
  const known = protocol === 2 || (protocol === 1 && !hasGenerator)
  if (findings.length > 0) return { ...failed(findings), ...(known && { soundApart: true }) }
  if (!known)
    return inconclusive(
      `Expected a schema of protocol 2 but found ${JSON.stringify(protocol)?.slice(0, 20)}`,
      SAVE_AGAIN,
    )
  return passed('', globals)
}

function failed(findings: readonly Finding[]): Inspection {
  const [first] = findings
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return {
    status: 'fail',
    reason: `Expected a file that only restores a model but ${first?.name} ${first?.reason}${more}`,
    hint: SAFER,
    findings: findings.slice(0, MAX_FINDINGS),
    found: findings.length,
    globals: 0,
  }
}

function inspectMember(loader: string | undefined, content: Source, context: InspectionContext) {
  if (loader === 'BytesNode' || loader === 'BytearrayNode') {
    hearWhole(context.hear, content)
    return passed('Bytes that nothing loads')
  }
  const format = loader === 'NdArrayNode' ? npy : loader === 'SparseMatrixNode' ? npz : undefined
  if (!format) return unlike('a member that the schema names')
  return format.recognise(content) ? format.inspect(content, context) : unlike(format.title)
}
