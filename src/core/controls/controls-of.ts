import type { GateName } from '../evidence.ts'
import { topicOf } from '../explain/topic-of.ts'
import { CATALOGUE } from './catalogue/index.ts'
import type { Control } from './control.ts'
import { isByGate } from './support.ts'

/** Finds the ids of the controls that a check bears on, in the order of the catalogue. */
export type ControlsOf = (gate: GateName, check: string) => readonly string[]

/** The look-up of a catalogue; each topic is looked up once. */
export function controlsOf(catalogue: readonly Control[] = CATALOGUE): ControlsOf {
  const known = new Map<string, readonly string[]>()
  return (gate, check) => {
    const topic = topicOf(gate, check)
    const key = `${gate} ${topic}`
    const found = known.get(key) ?? bearingOn(catalogue, gate, topic)
    known.set(key, found)
    return found
  }
}

const bearingOn = (catalogue: readonly Control[], gate: GateName, topic: string): string[] =>
  catalogue
    .filter(({ support }) =>
      support.some(
        each => isByGate(each) && each.gate === gate && (each.checks === undefined || each.checks.includes(topic)),
      ),
    )
    .map(({ id }) => id)
