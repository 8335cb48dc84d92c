import { grouped } from '../../wording/grouped.ts'
import type { Source } from '../content/source.ts'
import type { Finding, Hear, Inspection, InspectionContext } from '../format.ts'
import { judge } from '../judge.ts'
import { leavesFolder } from '../leaves-folder.ts'
import { printable } from '../printable.ts'
import { hearStrings } from '../protobuf/hear-strings.ts'
import { type Message, numberOf, textOf, walkMessages } from '../protobuf/walk-messages.ts'
import { domainOf, isKnownDomain, isKnownOperator } from './is-known-operator.ts'
import { Attribute, Entry, Graph, LocalFunction, Model, Node, OperatorSet, Tensor } from './messages.ts'

/** Longest metadata that is taken for metadata, in bytes. */
const MAX_METADATA = 1024 * 1024
const EXTERNAL = 1
const HINTS = {
  finding: 'Export it again with standard operators and its weights inside, or beside it in the same folder',
  doubt: 'Export it again with a current onnx, and scan the files of its weights with it',
}

/** A tensor whose bytes are in another file. */
interface ExternalData {
  readonly offset: number
  readonly entries: Map<string, string | undefined>
}

/** Walks an ONNX model: every operator of every graph and function, every file its weights are in. */
export async function inspectOnnx(source: Source, context: InspectionContext): Promise<Inspection> {
  const model = readModel(source, context.hear)
  const findings: Finding[] = []
  const doubts = model.fault === undefined ? [] : [`Expected an ONNX model but ${model.fault}`]
  for (const { domain, name, offset } of model.operators.values()) {
    if (isKnownOperator(domain, name) || model.functions.has(`${domain}:${name}`)) continue
    const reason = 'is an operator that neither ONNX nor the model itself defines'
    findings.push({ offset, name: printable(`${domain}.${name}`), reason })
  }
  const ofFunctions = new Set([...model.functions].map(key => key.slice(0, key.lastIndexOf(':'))))
  for (const [domain, offset] of model.domains)
    if (!isKnownDomain(domain) && !ofFunctions.has(domain))
      findings.push({
        offset,
        name: printable(domain),
        reason: 'is a set of operators that a plug-in would have to bring',
      })
  for (const tensor of model.external) await judgeExternal(tensor, context, findings, doubts)
  if (model.fault === undefined && model.graphs === 0) doubts.push('Expected an ONNX model but it has no graph')
  if (model.longest > MAX_METADATA)
    doubts.push(`Expected metadata of at most ${grouped(MAX_METADATA)} bytes but found ${grouped(model.longest)}`)
  const domains = [...new Set([...model.operators.values()].map(({ domain }) => domain))].toSorted()
  return judge({
    findings: findings.toSorted((a, b) => a.offset - b.offset),
    doubts,
    harmless: `Graphs of ${model.operators.size} known operators (${domains.join(', ') || 'none'})`,
    hints: HINTS,
  })
}

function readModel(source: Source, hear: Hear | undefined) {
  const operators = new Map<string, { domain: string; name: string; offset: number }>()
  const functions = new Set<string>()
  const domains = new Map<string, number>()
  const external = new Map<Message, ExternalData>()
  const seen = { graphs: 0, longest: 0 }
  const visitors = new Map([
    [Graph, () => seen.graphs++],
    [
      Node,
      message => {
        const domain = domainOf(textOf(message, 7) ?? 'no text')
        const name = textOf(message, 4) ?? 'no text'
        const key = `${domain}:${name}`
        if (!operators.has(key)) operators.set(key, { domain, name, offset: message.start })
      },
    ],
    [
      LocalFunction,
      message => functions.add(`${domainOf(textOf(message, 10) ?? 'no text')}:${textOf(message, 1) ?? 'no text'}`),
    ],
    [
      OperatorSet,
      message => {
        const domain = domainOf(textOf(message, 1) ?? 'no text')
        if (!domains.has(domain)) domains.set(domain, message.start)
      },
    ],
    [
      Tensor,
      message => {
        hearStrings(hear, message, [6])
        const isExternal = numberOf(message, 14) === EXTERNAL || message.fields.some(({ number }) => number === 13)
        if (isExternal) external.set(message, { offset: message.start, entries: new Map() })
      },
    ],
    [Attribute, message => hearStrings(hear, message, [4, 9])],
    [
      Entry,
      message => {
        for (const { start, end } of message.fields) seen.longest = Math.max(seen.longest, end - start)
        const key = textOf(message, 1)
        const data = message.parent && external.get(message.parent)
        if (data && key !== undefined && isDataEntry(message)) data.entries.set(key, textOf(message, 2))
      },
    ],
  ] satisfies [unknown, (message: Message) => unknown][])
  const fault = walkMessages(source, Model, message => visitors.get(message.type)?.(message))
  return { operators, functions, domains, external: external.values(), fault, ...seen }
}

/** Field 13 of a tensor, not its metadata. */
const isDataEntry = ({ parent, start }: Message) =>
  parent?.fields.some(field => field.number === 13 && field.start === start) ?? false

async function judgeExternal(
  { offset, entries }: ExternalData,
  context: InspectionContext,
  findings: Finding[],
  doubts: string[],
): Promise<void> {
  const location = entries.get('location')
  if (location === undefined) {
    doubts.push(`Expected the tensor at byte ${offset} to say which file it is in but found nothing`)
    return
  }
  const shown = printable(location)
  if (leavesFolder(location)) {
    findings.push({ offset, name: shown, reason: "is read for weights and lies outside the model's folder" })
    return
  }
  const size = await context.sizeBeside?.(location)
  if (size === undefined) {
    doubts.push(`Expected the weights in ${shown} to be among the scanned files but they are not`)
    return
  }
  const from = wholeNumber(entries.get('offset') ?? '0')
  const length = wholeNumber(entries.get('length') ?? '0')
  if (from === undefined || length === undefined || from + length > size)
    doubts.push(
      `Expected the tensor at byte ${offset} to lie within the ${grouped(size)} bytes of ${shown} but it does not`,
    )
}

const wholeNumber = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)
