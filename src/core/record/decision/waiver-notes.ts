import { toldRefused } from './apply-waiver.ts'
import type { JudgedWaiver } from './judge-waivers.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** What became of those waivers for this model that were not applied, where no rule tells it: refused, or not needed. */
export function waiverNotes(waivers: readonly JudgedWaiver[], rules: readonly RuleOutcome[]): string[] {
  const applied = new Set(rules.flatMap(rule => rule.waivers ?? []))
  return waivers
    .filter(({ waiver }) => !applied.has(waiver))
    .filter(each => each.refused === undefined || !rules.some(({ reason }) => reason.includes(toldRefused(each))))
    .map(each =>
      each.refused === undefined
        ? `The waiver of ${each.waiver.rule} excepts nothing: what it is for holds, or another waiver excepts it`
        : `T${toldRefused(each).slice(1)}`,
    )
}
