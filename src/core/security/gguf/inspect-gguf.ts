import { grouped } from '../../wording/grouped.ts'
import { decodeStrictly } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import type { Finding, Inspection } from '../format.ts'
import { judge } from '../judge.ts'
import { printable } from '../printable.ts'
import { openGguf, readHeader, type Template } from './header.ts'
import { readTensors } from './read-tensors.ts'
import { GgufFault } from './reader.ts'
import { inspectTemplate } from './template/inspect-template.ts'

const HINTS = {
  finding: 'Take the chat template out of the file, or replace it by the one that the model was published with',
  doubt: 'Convert the model again with a current llama.cpp',
}

/** Reads a GGUF file to its last byte; its chat templates are programs and are read as such. */
export async function inspectGguf(source: Source): Promise<Inspection> {
  const templates: Template[] = []
  const doubts: string[] = []
  let tensors = 0
  try {
    const reader = openGguf(source)
    const header = readHeader(reader, template => templates.push(template))
    tensors = header.tensors
    readTensors(reader, header)
    if (header.keys === 0) doubts.push('Expected a GGUF model but it does not even name its architecture')
  } catch (error) {
    if (!(error instanceof GgufFault)) throw error
    doubts.push(`Expected a GGUF model but ${error.message}`)
  }
  const findings: Finding[] = []
  const digests: string[] = []
  for (const template of templates) {
    const seen = await judgeTemplate(template)
    findings.push(...seen.findings)
    if (seen.doubt !== undefined) doubts.push(seen.doubt)
    digests.push(seen.digest)
  }
  const described = digests.length > 0 ? `; ${digests.join(', ')}` : ', no chat template'
  const inspection = judge({
    findings,
    doubts,
    harmless: `${grouped(tensors)} tensors of plain numbers${described}`,
    hints: HINTS,
  })
  return inspection.status === 'pass' || digests.length === 0
    ? inspection
    : { ...inspection, reason: `${inspection.reason} (${digests.join(', ')})` }
}

async function judgeTemplate({ key, offset, bytes }: Template) {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const digest = `${printable(key)} with sha256 ${[...new Uint8Array(hash)].map(hex).join('')}`
  const text = decodeStrictly(bytes)
  if (text === undefined) return { digest, findings: [], doubt: `Expected ${printable(key)} to be UTF-8 but it is not` }
  const { findings, fault } = await inspectTemplate(text)
  const placed = findings.map(({ name, line, reason }): Finding => {
    const before = text.split('\n', line - 1).join('\n')
    const start = line === 1 ? 0 : new TextEncoder().encode(`${before}\n`).length
    return { offset: offset + start, name: printable(name), reason: `${reason} (line ${line} of ${printable(key)})` }
  })
  return fault === undefined
    ? { digest, findings: placed }
    : { digest, findings: placed, doubt: `Expected ${printable(key)} to be a Jinja template but ${fault}` }
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0')
