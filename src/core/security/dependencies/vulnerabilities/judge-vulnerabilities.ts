import { matchWaiver, type Waivers } from '../../waivers/match-waiver.ts'
import { isExcused } from './is-excused.ts'
import { isMalicious } from './is-malicious.ts'
import type { JudgedVulnerability } from './judged-vulnerability.ts'
import { byRank } from './merge-aliases.ts'
import type { Vulnerability } from './vulnerability.ts'

/** Holds the policy's waivers, and what stands on the base branch, against the vulnerabilities of one version of a package; a malicious package is critical whoever says otherwise. */
export function judgeVulnerabilities(
  vulnerabilities: readonly Vulnerability[],
  { name, version }: { readonly name: string; readonly version: string },
  policy: Waivers,
  isOnBase: (vulnerability: Vulnerability) => boolean = () => false,
): JudgedVulnerability[] {
  return vulnerabilities
    .map((known): JudgedVulnerability => {
      const each = { ...known, ...(isOnBase(known) && { onBase: true as const }) }
      const match = matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of: `${name}@${version}` })
      if (!isMalicious(each)) return { ...each, ...match }
      const refused = 'waiver' in match ? { missed: 'no waiver holds for a malicious package' } : match
      return { ...each, severity: 'critical', ...refused }
    })
    .toSorted((a, b) => Number(isExcused(a)) - Number(isExcused(b)) || byRank(a, b))
}
