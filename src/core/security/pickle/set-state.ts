import { statesOf } from '../allowlists/find-allowed.ts'
import { type Machine, refuse } from './machine.ts'
import { describe, matchesAll } from './matches.ts'
import { ruleOf } from './rules/rule-of.ts'
import type { Instance, Value } from './value.ts'

/** What BUILD does: sets the state, once, of an instance that was made in this stream, as the allow list has it. */
export function setState(machine: Machine, target: Value, state: Value): void {
  if (target.kind === 'opaque') {
    if (target.refusal) target.refusal.further ??= 'changed'
    return
  }
  if (target.kind === 'global') {
    refuse(machine, 'change', target.name.dotted, 'is imported and then changed')
    return
  }
  if (target.kind !== 'instance') {
    refuse(machine, 'change', target.kind, 'is given a state')
    return
  }
  const fault = stateFault(machine, target, state)
  if (fault !== undefined) refuse(machine, 'change', target.of.dotted, fault)
}

function stateFault(machine: Machine, target: Instance, state: Value): string | undefined {
  if (!target.of.uses.includes('B')) return 'may not be given a state'
  if (target.sealed) return 'is given a state twice or after it was used'
  target.sealed = true
  if (state.kind === 'opaque') return undefined
  const allowed = statesOf(target.of).some(shape =>
    typeof shape === 'string' ? state.kind === shape : state.kind === 'tuple' && matchesAll(shape, state.items),
  )
  if (!allowed) return `is given a state its own library never writes: ${describe(state)}`
  // With a pair of dicts, the second one's keys are set as attributes one by one: they are held to the same rules.
  for (const part of state.kind === 'tuple' ? state.items : [state]) {
    if (part.kind !== 'dict') continue
    if (part.fault !== undefined) return `is given a state with ${part.fault}`
    part.sealed = true
  }
  return ruleOf(target.of)?.restored?.(target, state, machine)
}
