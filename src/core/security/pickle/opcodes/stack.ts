import { decimal, line, nothing, uint1, uint4 } from '../arguments.ts'
import { halt, type Machine, pop, popMark, push, refuse, remember, top } from '../machine.ts'
import { defineOpcode } from './opcode.ts'

export const stack = [
  defineOpcode({
    name: 'MARK',
    code: '(',
    protocol: 0,
    argument: nothing,
    run: machine => {
      machine.marks.push(machine.stack.length)
    },
  }),
  defineOpcode({
    name: 'POP',
    code: '0',
    protocol: 0,
    argument: nothing,
    run(machine) {
      if (machine.stack.length === machine.marks.at(-1)) machine.marks.pop()
      else pop(machine)
    },
  }),
  defineOpcode({
    name: 'POP_MARK',
    code: '1',
    protocol: 1,
    argument: nothing,
    run: machine => {
      popMark(machine)
    },
  }),
  defineOpcode({
    name: 'DUP',
    code: '2',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const value = top(machine)
      refuse(machine, 'opcode', 'DUP', 'is written by no pickler')
      push(machine, value)
    },
  }),
  defineOpcode({
    name: 'GET',
    code: 'g',
    protocol: 0,
    argument: line,
    run: (machine, range) => recall(machine, decimal(machine, range) ?? -1),
  }),
  defineOpcode({ name: 'BINGET', code: 'h', protocol: 1, argument: uint1, run: recall }),
  defineOpcode({ name: 'LONG_BINGET', code: 'j', protocol: 1, argument: uint4, run: recall }),
  defineOpcode({
    name: 'PUT',
    code: 'p',
    protocol: 0,
    argument: line,
    run(machine, range) {
      const index = decimal(machine, range) ?? -1
      if (index < 0) halt(machine, 'a memo index is no number')
      else remember(machine, index, top(machine))
    },
  }),
  defineOpcode({
    name: 'BINPUT',
    code: 'q',
    protocol: 1,
    argument: uint1,
    run: (machine, index) => remember(machine, index, top(machine)),
  }),
  defineOpcode({
    name: 'LONG_BINPUT',
    code: 'r',
    protocol: 1,
    argument: uint4,
    run: (machine, index) => remember(machine, index, top(machine)),
  }),
  defineOpcode({
    name: 'MEMOIZE',
    code: '\x94',
    protocol: 4,
    argument: nothing,
    run: machine => remember(machine, machine.memo.size, top(machine)),
  }),
]

function recall(machine: Machine, index: number): void {
  const value = machine.memo.get(index)
  if (value === undefined) halt(machine, `memo ${index} was never written`)
  else push(machine, value)
}
