import { decodeText } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import { allowsWire, type MessageType } from './message-type.ts'
import { type Field, readFields } from './read-fields.ts'

const MAX_DEPTH = 64
const MAX_FIELDS = 20_000_000

/** One message of a known type, with its own fields. */
export interface Message {
  readonly type: MessageType
  readonly start: number
  readonly fields: readonly Field[]
  readonly source: Source
  /** The message it stands in; undefined of the first. */
  readonly parent: Message | undefined
}

/** Hands every message below `root` to `visit`, front to back, without recursion; gives the first thing wrong with the bytes. */
export function walkMessages(source: Source, root: MessageType, visit: (message: Message) => void): string | undefined {
  const open = [{ type: root, start: 0, end: source.size, depth: 0, parent: undefined as Message | undefined }]
  let count = 0
  let first: string | undefined
  for (let next = open.pop(); next; next = open.pop()) {
    const { type, start, end, depth, parent } = next
    if (depth > MAX_DEPTH) {
      first ??= `its messages are nested deeper than ${MAX_DEPTH} at byte ${start}`
      continue
    }
    const fields: Field[] = []
    let unknown: string | undefined
    const fault = readFields(source, start, end, field => {
      const known = type.fields[field.number]
      if (known === undefined || !allowsWire(known, field.wire))
        unknown ??= `byte ${field.start} has field ${field.number} of ${type.name}, which is not known`
      if (count++ < MAX_FIELDS) fields.push(field)
    })
    const message = { type, start, fields, source, parent }
    visit(message)
    first ??= unknown ?? fault
    if (count > MAX_FIELDS) return `it has more than ${MAX_FIELDS} fields`
    for (const field of fields.toReversed()) {
      const inner = type.fields[field.number]
      if (typeof inner !== 'function') continue
      open.push({ type: inner(), start: field.start, end: field.end, depth: depth + 1, parent: message })
    }
  }
  return first
}

/** Texts of a field, in order; what is no UTF-8 or longer than any name is undefined. */
export const textsOf = ({ fields, source }: Message, number: number): (string | undefined)[] =>
  fields.filter(field => field.number === number).map(({ start, end }) => decodeText(source, start, end))

/** The field's text; of several the last, as parsers take it; `''` where it is absent. */
export const textOf = (message: Message, number: number): string | undefined => {
  const texts = textsOf(message, number)
  return texts.length === 0 ? '' : texts.at(-1)
}

/** The field's number; 0 where it is absent. */
export const numberOf = ({ fields }: Message, number: number): number =>
  fields.findLast(field => field.number === number)?.value ?? 0
