import { decodeText } from '../../bytes.ts'
import { byteAt } from '../../content/byte-at.ts'
import { readRange } from '../../content/read-range.ts'
import { counted, decimal, float8, int4, line, nothing, uint1, uint2 } from '../arguments.ts'
import { deviate, type Machine, push } from '../machine.ts'
import { FALSE, FLOAT, int, NONE, TRUE, UNKNOWN_INT, type Value } from '../value.ts'
import { defineOpcode } from './opcode.ts'

const constant = (name: string, code: string, protocol: number, value: Value) =>
  defineOpcode({ name, code, protocol, argument: nothing, run: machine => push(machine, value) })

const pushInt = (machine: Machine, value: number) => push(machine, int(value))

export const constants = [
  constant('NONE', 'N', 0, NONE),
  constant('NEWTRUE', '\x88', 2, TRUE),
  constant('NEWFALSE', '\x89', 2, FALSE),
  defineOpcode({ name: 'BININT', code: 'J', protocol: 1, argument: int4, run: pushInt }),
  defineOpcode({ name: 'BININT1', code: 'K', protocol: 1, argument: uint1, run: pushInt }),
  defineOpcode({ name: 'BININT2', code: 'M', protocol: 1, argument: uint2, run: pushInt }),
  defineOpcode({ name: 'BINFLOAT', code: 'G', protocol: 1, argument: float8, run: machine => push(machine, FLOAT) }),
  defineOpcode({
    name: 'INT',
    code: 'I',
    protocol: 0,
    argument: line,
    run(machine, range) {
      const text = decodeText(machine.source, range.start, range.end)
      if (text === '00' || text === '01') {
        push(machine, text === '01' ? TRUE : FALSE)
        return
      }
      pushSpelt(machine, decimal(machine, range))
    },
  }),
  defineOpcode({
    name: 'LONG',
    code: 'L',
    protocol: 0,
    argument: line,
    run(machine, { start, end }) {
      const long = end > start && byteAt(machine.source, end - 1) === 0x4c
      if (!long) deviate(machine, 'a LONG does not end in L')
      pushSpelt(machine, decimal(machine, { start, end: long ? end - 1 : end }))
    },
  }),
  defineOpcode({
    name: 'FLOAT',
    code: 'F',
    protocol: 0,
    argument: line,
    run(machine, { start, end }) {
      const text = decodeText(machine.source, start, end)
      if (text === undefined || !/^-?(\d+(\.\d*)?(e[+-]?\d+)?|inf|nan)$/.test(text))
        deviate(machine, 'a FLOAT is spelt oddly')
      push(machine, FLOAT)
    },
  }),
  defineOpcode({ name: 'LONG1', code: '\x8a', protocol: 2, argument: counted(uint1), run: pushLong }),
  defineOpcode({ name: 'LONG4', code: '\x8b', protocol: 2, argument: counted(int4), run: pushLong }),
]

function pushSpelt(machine: Machine, value: number | undefined): void {
  push(machine, value !== undefined && Number.isSafeInteger(value) ? int(value) : UNKNOWN_INT)
}

/** Two's complement, little-endian. */
function pushLong(machine: Machine, { start, end }: { start: number; end: number }): void {
  if (end - start > 6) {
    push(machine, UNKNOWN_INT)
    return
  }
  let value = 0
  for (const byte of readRange(machine.source, start, end).toReversed()) value = value * 256 + byte
  const negative = end > start && (byteAt(machine.source, end - 1) ?? 0) >= 0x80
  push(machine, int(negative ? value - 256 ** (end - start) : value))
}
