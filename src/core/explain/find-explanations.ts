import { GATES, type GateName } from '../evidence.ts'
import { EXPLANATIONS } from './all-explanations.ts'
import { explainCheck } from './explain-check.ts'
import type { Explanation } from './explanation.ts'
import { explainFault } from './faults.ts'

/** What was found for a word: explanations, or words that may be meant. */
export interface FoundExplanations {
  readonly found: readonly Explanation[]
  readonly words: readonly string[]
}

/**
 * Everything that a word may mean: an id as reports write it with the user's own names in it, a check, method, metric, format or rule by its
 * id or another name, or the code of a fault. `gate` narrows it.
 */
export function findExplanations(asked: string, gate?: GateName): FoundExplanations {
  const word = asked.trim()
  const lower = word.toLowerCase().replace(/[\s_]+/g, '-')
  const here = EXPLANATIONS.filter(one => gate === undefined || one.gate === gate || one.gate === undefined)
  const is = (name: string) => name === word || name.toLowerCase().replaceAll('_', '-') === lower
  const byId = here.filter(({ id }) => is(id))
  const direct = byId.length > 0 ? byId : here.filter(({ also }) => also?.some(is))
  const named = direct.length > 0 ? direct : (gate === undefined ? GATES : [gate]).flatMap(each => inGate(each, word))
  const fault = explainFault(word)
  const found = named.length > 0 ? named : fault ? [fault] : []
  return { found: [...new Set(found)], words: wordsOf(gate) }
}

/** What a gate would mean by it. The explanation for rules under a name of the user's own fits anything, and tells nothing. */
function inGate(gate: GateName, word: string): Explanation[] {
  const explained = word.includes('.') ? explainCheck(gate, word) : undefined
  return explained === undefined || explained.id === 'contract-rule' || explained.kind === 'fault' ? [] : [explained]
}

const wordsOf = (gate: GateName | undefined): string[] => [
  ...new Set(
    EXPLANATIONS.filter(one => gate === undefined || one.gate === gate).flatMap(({ id, also = [] }) => [id, ...also]),
  ),
]
