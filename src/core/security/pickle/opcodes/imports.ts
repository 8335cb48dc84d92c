import { findAllowed } from '../../allowlists/find-allowed.ts'
import { decodeText } from '../../bytes.ts'
import { printable } from '../../printable.ts'
import { nothing, twoLines } from '../arguments.ts'
import { halt, type Machine, pop, popMark, push, refuse } from '../machine.ts'
import type { ByteRange, Value } from '../value.ts'
import { defineOpcode } from './opcode.ts'

export const imports = [
  defineOpcode({
    name: 'GLOBAL',
    code: 'c',
    protocol: 0,
    argument: twoLines,
    run: (machine, [module, name]) => push(machine, importName(machine, read(machine, module), read(machine, name))),
  }),
  defineOpcode({
    name: 'STACK_GLOBAL',
    code: '\x93',
    protocol: 4,
    argument: nothing,
    run(machine) {
      const name = pop(machine)
      const module = pop(machine)
      if (machine.halted !== undefined) return
      const name_ = literal(name)
      const module_ = literal(module)
      if (name_ === null || module_ === null) {
        halt(machine, 'STACK_GLOBAL is given something other than text')
        return
      }
      push(machine, importName(machine, module_, name_))
    },
  }),
  defineOpcode({
    name: 'INST',
    code: 'i',
    protocol: 0,
    argument: twoLines,
    run(machine, [module, name]) {
      const dotted = printable(`${read(machine, module) ?? '?'}.${read(machine, name) ?? '?'}`)
      const made = refuse(machine, 'import', dotted, 'is imported by INST, which no model file needs')
      popMark(machine)
      if (machine.halted !== undefined) return
      if (made.refusal) made.refusal.further = 'called'
      push(machine, made)
    },
  }),
]

const read = (machine: Machine, { start, end }: ByteRange) => decodeText(machine.source, start, end)

/** The text, undefined where it is not spelt literally, null where it is no text. */
function literal(value: Value): string | undefined | null {
  if (value.kind === 'str') return value.text
  return value.kind === 'opaque' ? undefined : null
}

function importName(machine: Machine, module: string | undefined, name: string | undefined): Value {
  if (module === undefined || name === undefined)
    return refuse(machine, 'import', '?', 'is imported by a name that is computed or not literal text')
  const allowed = findAllowed(module, name, machine)
  if (!allowed)
    return refuse(machine, 'import', printable(`${module}.${name}`), 'is imported and not on the allow list', name)
  if (!machine.globals.has(allowed.dotted)) machine.globals.set(allowed.dotted, machine.offset)
  return { kind: 'global', name: allowed }
}
