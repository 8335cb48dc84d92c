import { decodeStrictly, latin1 } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import type { Machine } from './machine.ts'
import type { ByteRange, Value } from './value.ts'

/** Longest text, and longest bytes that could be text, that are told of. */
const MAX_TEXT = 1024 * 1024
const MAX_BYTES = 64 * 1024
const ASCII_PIECE = 4096

/** Tells of a text as the file spells it: in UTF-8, or else each byte as a character. */
export function hearText(machine: Machine, { start, end }: ByteRange, known?: string): void {
  if (!machine.hear || end - start > MAX_TEXT) return
  machine.hear(`text at byte ${machine.offset}`, known ?? spelt(readRange(machine.source, start, end)))
}

/** Tells of bytes that are text as well. */
export function hearBytes(machine: Machine, { start, end }: ByteRange): void {
  if (!machine.hear || end - start > MAX_BYTES) return
  const bytes = readRange(machine.source, start, end)
  const text = bytes.includes(0) ? undefined : decodeStrictly(bytes)
  if (text !== undefined) machine.hear(`bytes at byte ${machine.offset}`, text)
}

/** Tells of a key and its value in one line: some credentials are known by what they are called. */
export function hearEntry(machine: Machine, key: Value | undefined, value: Value | undefined): void {
  if (!machine.hear || key?.kind !== 'str' || value?.kind !== 'str' || !key.text || !value.text) return
  machine.hear(`entry at byte ${value.range.start}`, `${key.text} = ${value.text}`)
}

function spelt(bytes: Uint8Array): string {
  const text = decodeStrictly(bytes)
  if (text !== undefined) return text
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += ASCII_PIECE) pieces.push(latin1(bytes.subarray(at, at + ASCII_PIECE)))
  return pieces.join('')
}
