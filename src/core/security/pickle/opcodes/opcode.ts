import type { Argument } from '../arguments.ts'
import { halt, type Machine, refuse } from '../machine.ts'

/** One instruction of the pickle machine; names, codes and protocols as in CPython's Lib/pickletools.py. */
export interface Opcode {
  readonly name: string
  readonly code: number
  /** First protocol that has it. */
  readonly protocol: number
  /** Reads the argument alone. */
  readonly argument: Argument<unknown>
  /** Reads the argument and, if the machine has not halted, does what the instruction says. */
  readonly step: (machine: Machine) => void
}

export function defineOpcode<A>(opcode: {
  readonly name: string
  readonly code: string
  readonly protocol: number
  readonly argument: Argument<A>
  readonly run: (machine: Machine, argument: A) => void
}): Opcode {
  const { name, code, protocol, argument, run } = opcode
  return {
    name,
    code: code.charCodeAt(0),
    protocol,
    argument,
    step(machine) {
      const value = argument(machine)
      if (machine.halted === undefined && insideFrame(machine)) run(machine, value)
    },
  }
}

/** An instruction never reaches past its frame (PEP 3154): CPython's readers differ on one that does (cpython#154848). */
function insideFrame(machine: Machine): boolean {
  if (machine.frameEnd === undefined || machine.position <= machine.frameEnd) return true
  refuse(machine, 'frame', 'FRAME', 'ends in the middle of an instruction, which unpicklers read differently')
  halt(machine, 'an instruction reaches past its frame')
  return false
}
