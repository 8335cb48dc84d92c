import { latin1 } from '../bytes.ts'
import { indexOf } from '../content/index-of.ts'
import { readRange } from '../content/read-range.ts'
import { deviate, halt, type Machine, windowAt } from './machine.ts'
import type { ByteRange } from './value.ts'

/** Reads an opcode's argument at `machine.position`; halts where the file ends first. Names as in CPython's pickletools. */
export type Argument<A> = (machine: Machine) => A

const NEWLINE = 0x0a

function take(machine: Machine, length: number): number | undefined {
  const start = machine.position
  if (length > machine.source.size - start) {
    machine.position = machine.source.size
    halt(machine, 'the file ends in the middle of an instruction')
    return undefined
  }
  machine.position = start + length
  return start
}

const number =
  (size: number, read: (view: DataView, at: number) => number): Argument<number> =>
  machine => {
    const start = take(machine, size)
    if (start === undefined) return 0
    const window = windowAt(machine, start, size)
    return read(window.view, start - window.start)
  }

export const nothing: Argument<undefined> = () => undefined
export const uint1 = number(1, (view, at) => view.getUint8(at))
export const uint2 = number(2, (view, at) => view.getUint16(at, true))
export const uint4 = number(4, (view, at) => view.getUint32(at, true))
export const int4 = number(4, (view, at) => view.getInt32(at, true))
export const float8 = number(8, (view, at) => view.getFloat64(at, false))
/** Exact up to 2^53; anything above is longer than any file. */
export const uint8 = number(8, (view, at) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32)

/** Bytes after their length. */
export const counted =
  (length: Argument<number>): Argument<ByteRange> =>
  machine => {
    const size = length(machine)
    if (machine.halted !== undefined) return { start: 0, end: 0 }
    if (size < 0) {
      halt(machine, 'a length is negative')
      return { start: 0, end: 0 }
    }
    const start = take(machine, size) ?? 0
    return { start, end: machine.halted === undefined ? start + size : start }
  }

/** Bytes up to the end of the line. At the end of the file CPython takes the last byte for the line's end, whatever it is, and goes on. */
export const line: Argument<ByteRange> = machine => {
  const start = machine.position
  const found = indexOf(machine.source, NEWLINE, start)
  if (found === undefined) deviate(machine, 'the last line has no end')
  const end = found ?? Math.max(start, machine.source.size - 1)
  machine.position = Math.min(end + 1, machine.source.size)
  return { start, end }
}

export const twoLines: Argument<readonly [ByteRange, ByteRange]> = machine => {
  const first = line(machine)
  return [first, line(machine)]
}

/**
 * The decimal integer a line spells. Any spelling but a pickler's is a deviation; one that no reader takes is undefined.
 * CPython takes spaces, signs and underscores, and its C reader stops at a null byte.
 */
export function decimal(machine: Machine, { start, end }: ByteRange): number | undefined {
  const text = latin1(readRange(machine.source, start, Math.min(end, start + 64)))
  if (/^(0|-?[1-9]\d*)$/.test(text) && end - start <= 64) return Number(text)
  deviate(machine, 'a number is spelt oddly')
  const digits = text.split('\0')[0]?.trim().replaceAll('_', '') ?? ''
  return /^[+-]?\d+$/.test(digits) ? Number(digits) : undefined
}
