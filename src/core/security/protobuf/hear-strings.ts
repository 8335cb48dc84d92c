import { decodeStrictly } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import type { Hear } from '../format.ts'
import type { Message } from './walk-messages.ts'

/** Longest string that could be a text, in bytes. */
const MAX_TEXT = 64 * 1024

/** Tells of the strings that one message has in these fields, as of the words of an encoder, a line each. */
export function hearStrings(
  hear: Hear | undefined,
  { fields, source, start }: Message,
  numbers: readonly number[],
): void {
  if (!hear) return
  const texts = fields.flatMap(field => {
    if (!numbers.includes(field.number) || field.end - field.start > MAX_TEXT) return []
    const bytes = readRange(source, field.start, field.end)
    return bytes.includes(0) ? [] : (decodeStrictly(bytes) ?? [])
  })
  if (texts.length > 0) hear(`strings at byte ${start}`, texts.join('\n'))
}
