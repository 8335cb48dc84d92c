import { decodeText } from '../../bytes.ts'
import { byteAt } from '../../content/byte-at.ts'
import { indexOf } from '../../content/index-of.ts'
import { readRange } from '../../content/read-range.ts'
import { decodeEscaped } from '../../escaped-text.ts'
import { type Argument, counted, int4, line, uint1, uint4, uint8 } from '../arguments.ts'
import { hearBytes, hearText } from '../hear-text.ts'
import { deviate, halt, type Machine, push } from '../machine.ts'
import type { ByteRange, Bytes } from '../value.ts'
import { defineOpcode } from './opcode.ts'

/** Longest text that is compared with a name. */
const MAX_NAME = 4096
const BACKSLASH = 0x5c

const text = (name: string, code: string, protocol: number, argument: Argument<ByteRange>) =>
  defineOpcode({ name, code, protocol, argument, run: pushText })

const bytes = (
  name: string,
  code: string,
  protocol: number,
  argument: Argument<ByteRange>,
  kind: Bytes['kind'] = 'bytes',
) =>
  defineOpcode({
    name,
    code,
    protocol,
    argument,
    run(machine, range) {
      hearBytes(machine, range)
      push(machine, { kind, range })
    },
  })

export const texts = [
  text('SHORT_BINUNICODE', '\x8c', 4, counted(uint1)),
  text('BINUNICODE', 'X', 1, counted(uint4)),
  text('BINUNICODE8', '\x8d', 4, counted(uint8)),
  text('BINSTRING', 'T', 1, counted(int4)),
  text('SHORT_BINSTRING', 'U', 1, counted(uint1)),
  defineOpcode({ name: 'UNICODE', code: 'V', protocol: 0, argument: line, run: pushRawEscaped }),
  defineOpcode({
    name: 'STRING',
    code: 'S',
    protocol: 0,
    argument: line,
    run(machine, { start, end }) {
      const quote = byteAt(machine.source, start)
      if (end - start < 2 || (quote !== 0x27 && quote !== 0x22) || byteAt(machine.source, end - 1) !== quote) {
        halt(machine, 'a STRING is not quoted')
        return
      }
      pushEscaped(machine, { start: start + 1, end: end - 1 })
    },
  }),
  bytes('BINBYTES', 'B', 3, counted(uint4)),
  bytes('SHORT_BINBYTES', 'C', 3, counted(uint1)),
  bytes('BINBYTES8', '\x8e', 4, counted(uint8)),
  bytes('BYTEARRAY8', '\x96', 5, counted(uint8), 'bytearray'),
]

function pushText(machine: Machine, range: ByteRange): void {
  const text = decodeText(machine.source, range.start, range.end)
  hearText(machine, range, text)
  push(machine, { kind: 'str', text, range })
}

/** Text in Python's raw-unicode-escape codec; a spelling that no pickler writes is a deviation. */
function pushRawEscaped(machine: Machine, { start, end }: ByteRange): void {
  const text = end - start > MAX_NAME ? undefined : decodeEscaped(readRange(machine.source, start, end))
  if (text === null) deviate(machine, 'a UNICODE is spelt oddly')
  hearText(machine, { start, end }, text ?? undefined)
  push(machine, { kind: 'str', text: text ?? undefined, range: { start, end, escaped: true } })
}

/** Text with escapes is not literal: what it spells is left open. */
function pushEscaped(machine: Machine, range: ByteRange): void {
  if (indexOf(machine.source, BACKSLASH, range.start, range.end) === undefined) {
    pushText(machine, range)
    return
  }
  hearText(machine, range)
  push(machine, { kind: 'str', text: undefined, range })
}
