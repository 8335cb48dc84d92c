import { printable } from '../../printable.ts'
import { nothing } from '../arguments.ts'
import { hearEntry } from '../hear-text.ts'
import { halt, type Machine, pop, popMark, push, refuse, top } from '../machine.ts'
import { type Dict, dict, EMPTY_TUPLE, KEPT_ITEMS, list, plain, type Value } from '../value.ts'
import { defineOpcode } from './opcode.ts'

/** The one key with two underscores on both sides that changes nothing in how an object behaves. */
const DOCUMENTATION = '__doc__'
/** Entries of a dict that are kept: a state has no more. */
const MAX_STATE_KEYS = 256

const tuple = (name: string, code: string, size: number) =>
  defineOpcode({
    name,
    code,
    protocol: 2,
    argument: nothing,
    run(machine) {
      const items: Value[] = []
      for (let i = 0; i < size; i++) items.unshift(pop(machine))
      push(machine, { kind: 'tuple', items })
    },
  })

const simple = (name: string, code: string, protocol: number, run: (machine: Machine) => void) =>
  defineOpcode({ name, code, protocol, argument: nothing, run })

export const containers = [
  simple('EMPTY_TUPLE', ')', 1, machine => push(machine, EMPTY_TUPLE)),
  tuple('TUPLE1', '\x85', 1),
  tuple('TUPLE2', '\x86', 2),
  tuple('TUPLE3', '\x87', 3),
  simple('TUPLE', 't', 0, machine => push(machine, { kind: 'tuple', items: popMark(machine) })),
  simple('EMPTY_LIST', ']', 1, machine => push(machine, list())),
  simple('LIST', 'l', 0, machine => {
    const made = list()
    append(machine, made, popMark(machine))
    push(machine, made)
  }),
  simple('EMPTY_DICT', '}', 1, machine => push(machine, dict())),
  simple('DICT', 'd', 0, machine => {
    const made = dict()
    setItems(machine, made, popMark(machine))
    push(machine, made)
  }),
  simple('EMPTY_SET', '\x8f', 4, machine => push(machine, plain('set'))),
  simple('FROZENSET', '\x91', 4, machine => {
    popMark(machine)
    push(machine, plain('frozenset'))
  }),
  simple('APPEND', 'a', 0, machine => {
    const item = pop(machine)
    append(machine, top(machine), [item])
  }),
  simple('APPENDS', 'e', 1, machine => {
    const items = popMark(machine)
    append(machine, top(machine), items)
  }),
  simple('ADDITEMS', '\x90', 4, machine => {
    popMark(machine)
    change(machine, top(machine), 'set', undefined)
  }),
  simple('SETITEM', 's', 0, machine => {
    const value = pop(machine)
    const key = pop(machine)
    setItems(machine, top(machine), [key, value])
  }),
  simple('SETITEMS', 'u', 1, machine => {
    const items = popMark(machine)
    setItems(machine, top(machine), items)
  }),
]

function append(machine: Machine, target: Value, items: readonly Value[]): void {
  if (!change(machine, target, 'list', 'L') || target.kind !== 'list') return
  if (target.sealed) refuse(machine, 'change', 'APPEND', 'changes a list after it has been given away')
  else if (target.items.length < KEPT_ITEMS) target.items.push(...items.slice(0, KEPT_ITEMS - target.items.length))
}

function setItems(machine: Machine, target: Value, items: readonly Value[]): void {
  if (machine.hear) for (let i = 0; i + 1 < items.length; i += 2) hearEntry(machine, items[i], items[i + 1])
  if (items.length % 2 === 1) {
    halt(machine, 'a key has no value')
    return
  }
  if (!change(machine, target, 'dict', 'D') || target.kind !== 'dict') return
  if (target.sealed) {
    refuse(machine, 'change', 'SETITEM', 'changes a state after it has been given away')
    return
  }
  for (let i = 0; i < items.length; i += 2) setItem(target, items[i], items[i + 1])
}

function setItem(target: Dict, key: Value | undefined, value: Value | undefined): void {
  if (key?.kind !== 'str' || key.text === undefined) target.fault ??= 'a key that is not literal text'
  else if (key.text !== DOCUMENTATION && key.text.startsWith('__') && key.text.endsWith('__'))
    target.fault ??= `the key ${printable(key.text)}`
  else if (target.entries.size >= MAX_STATE_KEYS && !target.entries.has(key.text))
    target.fault ??= `more than ${MAX_STATE_KEYS} keys`
  else if (value) target.entries.set(key.text, value)
}

/** Whether the items may go there: into a container of this stream, or an instance that is listed as one. */
function change(machine: Machine, target: Value, kind: 'list' | 'dict' | 'set', use: 'L' | 'D' | undefined): boolean {
  if (target.kind === kind || machine.halted !== undefined) return true
  if (target.kind === 'opaque') {
    if (target.refusal) target.refusal.further ??= 'changed'
    return true
  }
  if (use && target.kind === 'instance' && target.of.uses.includes(use) && (target.filled || !target.sealed)) {
    target.filled = true
    return true
  }
  const name =
    target.kind === 'global' ? target.name.dotted : target.kind === 'instance' ? target.of.dotted : target.kind
  refuse(
    machine,
    'change',
    name,
    target.kind === 'global' ? 'is imported and then changed' : `is changed as if it were a ${kind}`,
  )
  return false
}
