import { GATES } from '../../evidence.ts'
import { FINDING_KINDS } from './finding-kinds.ts'
import type { PolicyRule } from './policy-rule.ts'

/** Names that outcomes have which no rule of the policy stands behind. */
const RESERVED: readonly string[] = [...GATES, ...FINDING_KINDS, 'materials', 'waivers', 'approvals', 'policy']

interface Fault {
  readonly key?: keyof PolicyRule
  /** Continues "Expected 'policy.rules[0]' to be …". */
  readonly message: string
}

/** What keeps a rule from having one meaning: too little, or too much. */
export function ruleFaults(rule: PolicyRule): Fault[] {
  const { id, gate, check, metric, slice, feature, comparator, threshold, require } = rule
  const faults: Fault[] = []
  const fault = (key: keyof PolicyRule | undefined, message: string) =>
    faults.push(key === undefined ? { message } : { key, message })
  const compares = comparator !== undefined || threshold !== undefined
  if (RESERVED.includes(id)) fault('id', `another name: '${id}' is one of Proofmark's own`)
  if (check !== undefined && metric !== undefined) fault(undefined, "about a 'check' or a 'metric', not both")
  if (require === undefined && !compares)
    fault(undefined, "a requirement: 'require: passed', or 'comparator' and 'threshold'")
  if (require !== undefined && compares) fault(undefined, "either 'require: passed', or 'comparator' and 'threshold'")
  if (compares && (comparator === undefined || threshold === undefined))
    fault(undefined, "complete: 'comparator' and 'threshold' belong together")
  if (compares && check === undefined && metric === undefined)
    fault(undefined, "about something measured: name its 'check' or 'metric'")
  if (require !== undefined && metric !== undefined)
    fault('require', "left out: a metric needs 'comparator' and 'threshold'")
  if (metric !== undefined && gate !== 'model-certify' && gate !== 'drift-compare')
    fault('metric', `left out: ${gate} measures no metrics, name one of its checks`)
  if (slice !== undefined && (metric === undefined || gate !== 'model-certify'))
    fault('slice', 'left out: only metrics of model-certify have slices')
  if (feature !== undefined && (metric === undefined || gate !== 'drift-compare'))
    fault('feature', 'left out: only metrics of drift-compare are of features')
  if (gate === 'drift-compare' && metric !== undefined && feature === undefined)
    fault(undefined, "about a column: name the 'feature', or '*' for every one")
  if (rule.by !== undefined && slice === undefined) fault('by', "left out: it belongs to a 'slice'")
  if (rule.bound !== undefined && !compares) fault('bound', "left out: it belongs to a 'threshold'")
  if (rule['min-level'] !== undefined && (!compares || rule.bound === 'point'))
    fault('min-level', 'left out: it belongs to an interval that is compared')
  if (rule['min-rows'] !== undefined && check === undefined && metric === undefined)
    fault('min-rows', "left out: it belongs to a 'check' or a 'metric'")
  return faults
}
