import type { JudgedWaiver } from './judge-waivers.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** A rule's outcome with its waiver: waived where one is in force, else with what keeps those there are from holding. A rule that holds stays as it is. */
export function applyWaiver(outcome: RuleOutcome, waivers: readonly JudgedWaiver[]): RuleOutcome {
  const { status } = outcome
  const own = waivers.filter(({ waiver }) => waiver.rule === outcome.rule)
  if (status === 'passed' || status === 'waived' || own.length === 0) return outcome
  const held = longest(own)
  if (!held) return { ...outcome, reason: [outcome.reason, ...own.map(toldRefused)].join('; ') }
  return { ...outcome, status: 'waived', unwaived: status, waivers: [held.waiver] }
}

/** Of those in force, the one that holds longest. */
export const longest = (waivers: readonly JudgedWaiver[]): JudgedWaiver | undefined =>
  waivers
    .filter(({ refused }) => refused === undefined)
    .toSorted((a, b) => (a.waiver.expires < b.waiver.expires ? 1 : -1))[0]

export const toldRefused = ({ waiver, refused }: JudgedWaiver): string => `the waiver of ${waiver.rule} ${refused}`
