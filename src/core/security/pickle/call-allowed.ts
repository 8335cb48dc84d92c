import type { AllowedName, Call } from '../allowlists/allow-list.ts'
import { allowedClass, callOf } from '../allowlists/find-allowed.ts'
import { type Machine, refuse } from './machine.ts'
import { describe, matchesAll } from './matches.ts'
import { ruleOf } from './rules/rule-of.ts'
import { instance, type Value } from './value.ts'

/** What comes of calling an allowed name, by REDUCE (`R`) or NEWOBJ (`N`): refused unless the allow list has that call. */
export function callAllowed(machine: Machine, callee: AllowedName, args: Value, use: 'R' | 'N'): Value {
  if (args.kind === 'opaque') return args
  if (args.kind !== 'tuple') return refuse(machine, 'call', callee.dotted, 'is called with arguments that are no tuple')
  if (!callee.uses.includes(use)) return refuse(machine, 'call', callee.dotted, 'may be imported but is called')
  const { args: lists, makes } = callOf(callee) ?? { args: use === 'N' ? [[]] : [] }
  if (!lists.some(shapes => matchesAll(shapes, args.items))) {
    const found = args.items.slice(0, 8).map(describe).join(', ')
    return refuse(machine, 'call', callee.dotted, `is called with arguments its own library never writes: (${found})`)
  }
  const opaque = args.items.find(item => item.kind === 'opaque')
  if (opaque) return opaque
  const made = outcome(callee, args.items, makes)
  const fault = made.kind === 'instance' ? ruleOf(callee)?.made?.(made, args.items, machine) : undefined
  return fault === undefined ? made : refuse(machine, 'call', callee.dotted, fault)
}

function outcome(callee: AllowedName, args: readonly Value[], makes: Call['makes']): Value {
  if (makes === undefined) return instance(callee, args)
  if (typeof makes === 'object') return outcome(callee, args, named(makes, args[0]))
  if (typeof makes === 'number') {
    const type = args[makes]
    return type?.kind === 'global' ? instance(type.name, args) : (type ?? { kind: 'none' })
  }
  if (makes === 'bytes' || makes === 'bytearray') return copyOf(makes, args[0])
  if (isPlain(makes)) return { kind: makes }
  return instance(allowedClass(makes) ?? { key: makes, dotted: makes.replace(':', '.'), uses: '' }, args)
}

/** The class that a text stands for, or that the first argument is. */
const named = (classes: Readonly<Record<string, string>>, value: Value | undefined) =>
  value?.kind === 'str' && value.text !== undefined && Object.hasOwn(classes, value.text) ? classes[value.text] : 0

const PLAIN = ['none', 'float', 'complex', 'set', 'frozenset', 'slice', 'range'] as const
const isPlain = (kind: string): kind is (typeof PLAIN)[number] => PLAIN.some(plain => plain === kind)

/** Bytes made of other bytes, or of text that spells each byte as a character. */
function copyOf(kind: 'bytes' | 'bytearray', source: Value | undefined): Value {
  if (source?.kind === 'str') return { kind, range: { ...source.range, latin1: true } }
  if (source?.kind === 'bytes' || source?.kind === 'bytearray') return { kind, range: source.range }
  return { kind, range: source === undefined ? { start: 0, end: 0 } : undefined }
}
