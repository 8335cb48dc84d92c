import type { GateName } from '../evidence.ts'
import { EXPLANATIONS } from './all-explanations.ts'
import type { Explanation } from './explanation.ts'
import { explainFault } from './faults.ts'
import { topicOf } from './topic-of.ts'

/** What a check of a gate means, by its id in evidence; undefined where nobody has explained it. */
export function explainCheck(gate: GateName, id: string): Explanation | undefined {
  const topic = topicOf(gate, id)
  return (
    pick(gate, topic) ??
    pick(gate, CONNECTED.exec(id)?.[1] ?? id) ??
    explainFault(id) ??
    pick(gate, wider(gate, topic)) ??
    (gate === 'data-validate' ? pick(gate, 'contract-rule') : undefined)
  )
}

/** Checks of a system outside, called after a remote or a repository there. */
const CONNECTED = /^(dvc\.remote|lakefs\.hooks)\./

/** The topic's own explanation, that of the gate first; checks before methods and formats of the same name. */
const pick = (gate: GateName, topic: string): Explanation | undefined => {
  const found = EXPLANATIONS.filter(({ id, also }) => id === topic || also?.includes(topic))
  const named = (one: Explanation) => (one.gate === gate ? 0 : one.gate === undefined ? 1 : 2)
  const [best] = found
    .filter(one => one.gate === gate || one.gate === undefined || (gate === 'drift-compare' && one.kind === 'metric'))
    .toSorted((a, b) => named(a) - named(b) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return best
}

const ORDER: readonly Explanation['kind'][] = [
  'check',
  'claim',
  'behaviour',
  'workflow rule',
  'rule over a series',
  'metric',
]

/** What stands for a topic that has a name of the user's in it. */
function wider(gate: GateName, topic: string): string {
  if (gate === 'model-certify') return topic.startsWith('predictions.') ? rowsTopic(topic) : topic
  if (gate === 'security-scan')
    return /^workflow\.(zizmor|actionlint)(?:\/|$)/.exec(topic)?.[0].replace(/\/$/, '') ?? topic
  return topic
}

const rowsTopic = (topic: string) =>
  topic.endsWith('-classes')
    ? 'predictions.classes'
    : topic.endsWith('-of-query')
      ? 'predictions.queries'
      : 'predictions.column'
