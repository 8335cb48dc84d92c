import { nothing, uint1, uint8 } from '../arguments.ts'
import { deviate, halt, pop, refuse } from '../machine.ts'
import { defineOpcode } from './opcode.ts'

const HIGHEST_PROTOCOL = 5

export const framing = [
  defineOpcode({
    name: 'PROTO',
    code: '\x80',
    protocol: 2,
    argument: uint1,
    run(machine, protocol) {
      if (protocol > HIGHEST_PROTOCOL) {
        halt(machine, `protocol ${protocol} does not exist`)
        return
      }
      if (machine.opcodes > 1) deviate(machine, 'PROTO is not the first instruction')
      if (protocol < 2) deviate(machine, `protocol ${protocol} has no PROTO`)
      machine.protocol = protocol
    },
  }),
  defineOpcode({
    name: 'FRAME',
    code: '\x95',
    protocol: 4,
    argument: uint8,
    run(machine, length) {
      if (machine.frameEnd !== undefined)
        refuse(machine, 'frame', 'FRAME', 'begins inside another frame, which unpicklers read differently')
      machine.frameEnd = machine.position + length
      if (machine.frameEnd > machine.source.size) deviate(machine, 'a frame is longer than the file')
    },
  }),
  defineOpcode({
    name: 'STOP',
    code: '.',
    protocol: 0,
    argument: nothing,
    run(machine) {
      machine.result = pop(machine)
      if (machine.halted !== undefined) return
      machine.stopped = true
      if (machine.memmaps !== 0 && machine.joblibArrays === 'replayed')
        refuse(
          machine,
          'import',
          'numpy.memmap',
          'is imported and not only what an array of joblib stands for',
          'memmap',
        )
      if (machine.stack.length > 0 || machine.marks.length > 0) deviate(machine, 'items are left on the stack at STOP')
      if (machine.frameEnd !== undefined && machine.position !== machine.frameEnd)
        deviate(machine, 'a frame is longer than its stream')
    },
  }),
]
