import type { Machine } from '../machine.ts'
import type { Instance, Value } from '../value.ts'

/** What must hold beyond shapes where an allowed object is made or given its state; each gives why it is refused, if it is. */
export interface Rule {
  /** Keys (`module:name`) of the callables or classes it is about. */
  readonly on: readonly string[]
  readonly made?: (made: Instance, args: readonly Value[], machine: Machine) => string | undefined
  readonly restored?: (target: Instance, state: Value, machine: Machine) => string | undefined
}

export const defineRule = (rule: Rule): Rule => rule
