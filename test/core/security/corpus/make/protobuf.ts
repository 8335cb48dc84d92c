import { utf8 } from './bytes.ts'

/** A base-128 number (Protocol Buffers encoding), as text of one character per byte. */
export function varint(value: number): string {
  let text = ''
  let rest = value
  while (rest >= 128) {
    text += String.fromCharCode((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return text + String.fromCharCode(rest)
}

export const number = (field: number, value: number): string => `${varint(field * 8)}${varint(value)}`
export const message = (field: number, content: string): string =>
  `${varint(field * 8 + 2)}${varint(content.length)}${content}`
export const text = (field: number, content: string): string => message(field, utf8(content))
