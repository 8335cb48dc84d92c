import { createHash } from 'node:crypto'
import { latin1 } from '../../../src/core/security/bytes.ts'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { readRange } from '../../../src/core/security/content/read-range.ts'
import { decodeEscaped } from '../../../src/core/security/escaped-text.ts'
import { decimal } from '../../../src/core/security/pickle/arguments.ts'
import type { Machine } from '../../../src/core/security/pickle/machine.ts'
import type { Opcode } from '../../../src/core/security/pickle/opcodes/opcode.ts'
import { OPCODES } from '../../../src/core/security/pickle/read-pickle.ts'
import { startMachine } from '../../../src/core/security/pickle/start-machine.ts'
import { type ByteRange, NONE } from '../../../src/core/security/pickle/value.ts'

const INTEGER = /^(0|-?[1-9][0-9]{0,60})$/
const FLOAT = /^-?([0-9]+(\.[0-9]*)?(e[+-]?[0-9]+)?|inf|nan)$/
/** ASCII but for the backslash. */
const PLAIN = /^[\x00-\x5b\x5d-\x7f]*$/

/** Why our reading gives up, in the oracle's words. */
const GIVEN_UP: readonly (readonly [string, string])[] = [
  ['before STOP', 'end'],
  ['is no instruction', 'unknown'],
  ['in the middle', 'cut'],
  ['negative', 'negative'],
]

export interface Listing {
  readonly lines: readonly string[]
  /** Empty where STOP was read. */
  readonly reason: string
}

/**
 * Opcode by opcode what our reader takes for instructions, with arguments and positions, nothing executed: as CPython's disassembler
 * lists them, and shown as oracle.py shows those.
 */
export function listInstructions(bytes: Uint8Array): Listing {
  const machine = machineAt(bytes, 0)
  const lines: string[] = []
  while (machine.position < bytes.length) {
    const start = machine.position
    const opcode = OPCODES[bytes[start] ?? 0]
    if (!opcode) return { lines, reason: 'unknown' }
    machine.position++
    const argument = opcode.argument(machine)
    if (machine.halted !== undefined)
      return { lines, reason: GIVEN_UP.find(([part]) => machine.halted?.includes(part))?.[1] ?? machine.halted }
    lines.push(`${start} ${opcode.name} ${shown(machine, opcode, argument)}`)
    if (opcode.name === 'STOP') return { lines, reason: '' }
  }
  return { lines, reason: 'end' }
}

/** What our machine notes where it executes the one instruction at `start`. */
export function notedAt(bytes: Uint8Array, start: number): readonly string[] {
  const machine = machineAt(bytes, start)
  machine.position++
  OPCODES[bytes[start] ?? 0]?.step(machine)
  return [...machine.deviations.map(({ reason }) => reason), ...(machine.halted === undefined ? [] : [machine.halted])]
}

export const digestOf = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex')

const machineAt = (bytes: Uint8Array, start: number) =>
  startMachine(memorySource(bytes), start, {
    joblibArrays: 'refused',
    persistent: undefined,
    hear: undefined,
    nested: () => NONE,
  })

function shown(machine: Machine, { name }: Opcode, argument: unknown): string {
  if (argument === undefined) return ''
  if (typeof argument === 'number') {
    if (name === 'BINFLOAT') return double(argument, 'nan')
    return argument < 2 ** 53 ? String(argument) : 'huge'
  }
  const [range, second] = rangesOf(argument)
  const text = (at: ByteRange) => latin1(readRange(machine.source, at.start, at.end))
  const hex = (at: ByteRange) => Buffer.from(readRange(machine.source, at.start, at.end)).toString('hex')
  if (second) return PLAIN.test(text(range) + text(second)) ? `${hex(range)}20${hex(second)}` : '?'
  const written = text(range)
  if (name === 'LONG1' || name === 'LONG4')
    return String(twosComplement(readRange(machine.source, range.start, range.end)))
  if (name === 'INT' && (written === '00' || written === '01')) return written.slice(1)
  if (name === 'LONG' && written.endsWith('L')) return integer(machine, { start: range.start, end: range.end - 1 })
  if (name === 'INT' || name === 'LONG' || name === 'GET' || name === 'PUT') return integer(machine, range)
  if (name === 'FLOAT') return FLOAT.test(written) ? double(Number(written.replace('inf', 'Infinity')), '?') : '?'
  if (name === 'STRING')
    return PLAIN.test(written) ? hex({ start: range.start + 1, end: Math.max(range.start + 1, range.end - 1) }) : '?'
  if (name === 'PERSID') return PLAIN.test(written) ? hex(range) : '?'
  if (name === 'UNICODE')
    return written.includes('\\')
      ? '?'
      : Buffer.from(decodeEscaped(readRange(machine.source, range.start, range.end)) ?? '').toString('hex')
  return hex(range)
}

/** By what our own reader makes of it; exactly where that is no longer exact. */
function integer(machine: Machine, range: ByteRange): string {
  const written = latin1(readRange(machine.source, range.start, range.end))
  if (!INTEGER.test(written)) return '?'
  const value = decimal(machine, range) ?? Number.NaN
  return Number.isSafeInteger(value) ? String(value) : written
}

function double(value: number, otherwise: string): string {
  if (Number.isNaN(value)) return otherwise
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes.toString('hex')
}

function twosComplement(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`))
}

function rangesOf(argument: unknown): readonly [ByteRange, ByteRange?] {
  const isRange = (value: unknown): value is ByteRange =>
    typeof value === 'object' && value !== null && 'start' in value
  if (isRange(argument)) return [argument]
  if (Array.isArray(argument) && isRange(argument[0]) && isRange(argument[1])) return [argument[0], argument[1]]
  throw new Error(`No reader gives ${String(argument)}`)
}
