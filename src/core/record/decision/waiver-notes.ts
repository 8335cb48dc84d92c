import { toldRefused } from './apply-waiver.ts'
import type { JudgedWaiver } from './judge-waivers.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** What became of those waivers for this model that were not applied: refused, or not needed. */
export function waiverNotes(waivers: readonly JudgedWaiver[], rules: readonly RuleOutcome[]): string[] {
  const applied = new Set(rules.flatMap(rule => rule.waivers ?? []))
  return waivers
    .filter(({ waiver }) => !applied.has(waiver))
    .map(each =>
      each.refused === undefined
        ? `The waiver of ${each.waiver.rule} excepts nothing: what it is for holds, or another waiver excepts it`
        : `T${toldRefused(each).slice(1)}`,
    )
}
