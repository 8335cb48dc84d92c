import type { GateName } from '../evidence.ts'
import { topicOf } from '../explain/topic-of.ts'
import { CATALOGUE } from './catalogue/index.ts'
import type { Control } from './control.ts'
import { isByGate } from './support.ts'

/** The ids of the controls that a check bears on, in the order of the catalogue. */
export function controlsOf(gate: GateName, check: string, catalogue: readonly Control[] = CATALOGUE): string[] {
  const topic = topicOf(gate, check)
  return catalogue
    .filter(({ support }) =>
      support.some(
        each => isByGate(each) && each.gate === gate && (each.checks === undefined || each.checks.includes(topic)),
      ),
    )
    .map(({ id }) => id)
}
