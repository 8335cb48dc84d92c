import { matchWaiver, type Waivers } from '../../waivers/match-waiver.ts'
import { isMalicious } from './is-malicious.ts'
import type { JudgedVulnerability } from './judged-vulnerability.ts'
import { byRank } from './merge-aliases.ts'
import type { Vulnerability } from './vulnerability.ts'

/** Holds the policy's waivers against the vulnerabilities of one version of a package; a malicious package is critical whoever says otherwise. */
export function judgeVulnerabilities(
  vulnerabilities: readonly Vulnerability[],
  { name, version }: { readonly name: string; readonly version: string },
  policy: Waivers,
): JudgedVulnerability[] {
  return vulnerabilities
    .map((each): JudgedVulnerability => {
      const match = matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of: `${name}@${version}` })
      if (!isMalicious(each)) return { ...each, ...match }
      const refused = 'waiver' in match ? { missed: 'no waiver holds for a malicious package' } : match
      return { ...each, severity: 'critical', ...refused }
    })
    .toSorted((a, b) => Number(a.waiver !== undefined) - Number(b.waiver !== undefined) || byRank(a, b))
}
