import { nothing } from '../arguments.ts'
import { callAllowed } from '../call-allowed.ts'
import { halt, type Machine, pop, popMark, push, refuse, top } from '../machine.ts'
import { setState } from '../set-state.ts'
import type { Value } from '../value.ts'
import { defineOpcode } from './opcode.ts'

export const calls = [
  defineOpcode({
    name: 'REDUCE',
    code: 'R',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const args = pop(machine)
      const callee = pop(machine)
      if (machine.halted === undefined) push(machine, call(machine, callee, args, 'R'))
    },
  }),
  defineOpcode({
    name: 'NEWOBJ',
    code: '\x81',
    protocol: 2,
    argument: nothing,
    run(machine) {
      const args = pop(machine)
      const callee = pop(machine)
      if (machine.halted === undefined) push(machine, call(machine, callee, args, 'N'))
    },
  }),
  defineOpcode({
    name: 'BUILD',
    code: 'b',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const state = pop(machine)
      const target = top(machine)
      if (machine.halted === undefined) setState(machine, target, state)
    },
  }),
  defineOpcode({
    name: 'NEWOBJ_EX',
    code: '\x92',
    protocol: 4,
    argument: nothing,
    run(machine) {
      pop(machine)
      pop(machine)
      pushRefused(machine, 'NEWOBJ_EX', pop(machine))
    },
  }),
  defineOpcode({
    name: 'OBJ',
    code: 'o',
    protocol: 1,
    argument: nothing,
    run(machine) {
      const [callee] = popMark(machine)
      if (callee) pushRefused(machine, 'OBJ', callee)
      else halt(machine, 'OBJ has nothing to call')
    },
  }),
]

function call(machine: Machine, callee: Value, args: Value, use: 'R' | 'N'): Value {
  if (callee.kind === 'global') return callAllowed(machine, callee.name, args, use)
  if (callee.kind === 'opaque') {
    if (callee.refusal) callee.refusal.further = 'called'
    return callee
  }
  if (callee.kind === 'instance')
    return refuse(machine, 'call', callee.of.dotted, 'is called, though it is no direct import')
  halt(machine, `a ${callee.kind} is called`)
  return callee
}

function pushRefused(machine: Machine, opcode: string, callee: Value): void {
  if (machine.halted !== undefined) return
  if (callee.kind === 'opaque' && callee.refusal) callee.refusal.further = 'called'
  const name = callee.kind === 'global' ? callee.name.dotted : opcode
  push(machine, refuse(machine, 'call', name, `is called by ${opcode}, which no model file needs`))
}
