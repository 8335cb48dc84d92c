import { actionReference } from './action-reference.ts'
import type { PlacedStep } from './workflow.ts'

/** Actions of ours that decide something; `report` only shows it. */
const GATES = ['data-validate', 'model-certify', 'security-scan', 'drift-compare', 'audit-record', 'gate', 'verify']
const OURS = new RegExp(`^(?:[\\w.-]+/proofmark|[.$])(?:/actions/(${GATES.join('|')}))?$`)
const PROGRAM = new RegExp(`\\bproofmark(?:\\.js)?["']?\\s+(${GATES.join('|')})\\b`)

/** What of ours that decides a step runs: the name of a gate, or none. The action at the root of our repository is the gate. */
export function gateUse({ uses, run }: Pick<PlacedStep, 'uses' | 'run'>): string | undefined {
  if (run !== undefined) return PROGRAM.exec(run)?.[1]
  const { kind, name } = actionReference(uses ?? '')
  const [found, action] = OURS.exec(name) ?? []
  if (found === undefined || (kind === 'local' && action === undefined)) return undefined
  return action ?? 'gate'
}

/** Whether a step decides on a whole certification, or verifies one. */
export const certifies = (step: Pick<PlacedStep, 'uses' | 'run'>): boolean =>
  ['gate', 'audit-record', 'verify'].includes(gateUse(step) ?? '')
