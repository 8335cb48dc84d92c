import type { Waiver } from '../../../security/waivers/waiver.ts'
import { describeWaiver } from '../../../security/waivers/waivers-check.ts'
import type { Policy } from '../policy.ts'
import type { RuleWaiver } from '../rule-waiver.ts'
import type { Change } from './change.ts'
import { cannotTell, differs, listChanges, lowerIsStronger } from './ordered.ts'

type AnyWaiver = Waiver | RuleWaiver

/** How the exceptions of two policies differ, and what exceptions may do. */
export function waiverChanges(from: Policy, to: Policy): Change[] {
  const [before, after] = [from['waiver-limits'] ?? {}, to['waiver-limits'] ?? {}]
  return [
    ...listChanges<AnyWaiver>(from.waivers ?? [], to.waivers ?? [], named, { added: 'weaker', removed: 'stronger' }),
    ...differs('waiver-limits.max-days', before['max-days'], after['max-days'], lowerIsStronger),
    ...listChanges(before.forbid ?? [], after.forbid ?? [], name => `${name} to what must not be waived`, {
      added: 'stronger',
      removed: 'weaker',
    }).map(({ text, effect }) => ({
      text: text.startsWith('removes') ? text.replace(' to ', ' from ') : text,
      effect,
    })),
    ...differs('waiver-limits.approver', before.approver, after.approver, (old, now) =>
      old === undefined ? 'stronger' : now === undefined ? 'weaker' : cannotTell(),
    ),
  ]
}

function named(waiver: AnyWaiver): string {
  const what = 'model' in waiver ? `${waiver.rule} for model ${waiver.model.slice(7, 19)}` : describeWaiver(waiver)
  return `the waiver of ${what} (until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason})`
}
