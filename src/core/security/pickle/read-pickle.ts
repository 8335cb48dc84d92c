import type { Source } from '../content/source.ts'
import type { Hear } from '../format.ts'
import {
  deviate,
  exhaust,
  halt,
  type JoblibArrays,
  keep,
  type Machine,
  type PersistentLoad,
  windowAt,
} from './machine.ts'
import * as families from './opcodes/index.ts'
import type { Opcode } from './opcodes/opcode.ts'
import { startMachine } from './start-machine.ts'
import type { Value } from './value.ts'

/** Opcodes that one stream may take. */
const MAX_OPCODES = 20_000_000

/** The machine's 68 opcodes by code. */
export const OPCODES: readonly (Opcode | undefined)[] = byCode(Object.values(families).flat())

function byCode(opcodes: readonly Opcode[]): (Opcode | undefined)[] {
  const table = new Array<Opcode | undefined>(256).fill(undefined)
  for (const opcode of opcodes) table[opcode.code] = opcode
  return table
}

/**
 * Reads one pickle stream from `start` to its STOP the way CPython's unpicklers do, without importing, calling or building anything.
 * What is not allowed is noted as it is read; the machine's `position` is then the first byte after the stream.
 */
export function readPickle(
  source: Source,
  start: number,
  joblibArrays: JoblibArrays,
  { persistent, hear }: { readonly persistent?: PersistentLoad | undefined; readonly hear?: Hear | undefined } = {},
): Machine {
  const machine = startMachine(source, start, { joblibArrays, persistent, hear, nested: () => nested(machine) })
  while (machine.halted === undefined && !machine.stopped) step(machine)
  return machine
}

function step(machine: Machine): void {
  machine.offset = machine.position
  if (machine.frameEnd !== undefined && machine.offset >= machine.frameEnd) machine.frameEnd = undefined
  const { start, bytes } = windowAt(machine, machine.offset, 1)
  const code = bytes[machine.offset - start]
  machine.position++
  if (code === undefined) {
    halt(machine, 'the file ends before STOP')
    return
  }
  const opcode = OPCODES[code]
  if (!opcode) {
    halt(machine, `byte 0x${code.toString(16).padStart(2, '0')} is no instruction`)
    return
  }
  if (++machine.opcodes > MAX_OPCODES) {
    exhaust(machine, `${MAX_OPCODES} instructions`)
    return
  }
  // Picklers write PROTO since protocol 2; without one, the instructions are those of protocols 0 and 1.
  if (opcode.protocol > Math.max(machine.protocol, 1) && opcode.name !== 'PROTO')
    deviate(machine, `${opcode.name} is no instruction of protocol ${Math.max(machine.protocol, 1)}`)
  opcode.step(machine)
}

/** Reads a stream inside this one, takes over what was found in it, and goes on after it. */
function nested(machine: Machine): Value {
  const inner = readPickle(machine.source, machine.position, 'refused', { hear: machine.hear })
  for (const [name, offset] of inner.globals) if (!machine.globals.has(name)) machine.globals.set(name, offset)
  for (const refusal of inner.refusals) keep(machine.refusals, refusal)
  machine.refused += inner.refused
  for (const deviation of inner.deviations) keep(machine.deviations, deviation)
  machine.opcodes += inner.opcodes
  machine.position = inner.position
  machine.exhausted ||= inner.exhausted
  if (inner.halted !== undefined) halt(machine, inner.halted)
  return inner.result
}
