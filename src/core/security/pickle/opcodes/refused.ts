import { type Argument, int4, line, nothing, uint1, uint2 } from '../arguments.ts'
import { type Machine, pop, push, refuse } from '../machine.ts'
import { defineOpcode } from './opcode.ts'

const EXTENSION = 'takes an object from a registry that this file does not show'
const PERSISTENT = 'asks the loader for an object that this file does not hold'
const BUFFER = 'takes a buffer that this file does not hold'

const refused = <A>(
  name: string,
  code: string,
  protocol: number,
  argument: Argument<A>,
  reason: string,
  before: (machine: Machine) => void = () => undefined,
) =>
  defineOpcode({
    name,
    code,
    protocol,
    argument,
    run(machine) {
      before(machine)
      if (machine.halted === undefined) push(machine, refuse(machine, 'opcode', name, reason))
    },
  })

export const refusals = [
  refused('EXT1', '\x82', 2, uint1, EXTENSION),
  refused('EXT2', '\x83', 2, uint2, EXTENSION),
  refused('EXT4', '\x84', 2, int4, EXTENSION),
  refused('PERSID', 'P', 0, line, PERSISTENT),
  defineOpcode({
    name: 'BINPERSID',
    code: 'Q',
    protocol: 1,
    argument: nothing,
    run(machine) {
      const id = pop(machine)
      if (machine.halted !== undefined) return
      const found = machine.persistent?.(id) ?? PERSISTENT
      push(machine, typeof found === 'string' ? refuse(machine, 'opcode', 'BINPERSID', found) : found)
    },
  }),
  refused('NEXT_BUFFER', '\x97', 5, nothing, BUFFER),
  refused('READONLY_BUFFER', '\x98', 5, nothing, BUFFER, pop),
]
