import type { Evidence } from '../../core/evidence.ts'
import { findings } from '../findings.ts'
import { LIMITS } from '../limits.ts'
import type { Sha256 } from '../sarif/fingerprint.ts'

const SEVERITIES = { fail: 'critical', inconclusive: 'major', warn: 'minor', pass: 'info' } as const

/** One entry of GitLab's code quality report (docs.gitlab.com, "Code Quality report format"). */
export interface CodeQualityFinding {
  /** With `categories`, what the Code Climate format that GitLab's is a part of asks for; other readers of it need both. */
  readonly type: 'issue'
  readonly categories: readonly ['Security' | 'Bug Risk']
  readonly description: string
  readonly check_name: string
  /** Unique in the report: of equals GitLab shows the first. */
  readonly fingerprint: string
  readonly severity: (typeof SEVERITIES)[keyof typeof SEVERITIES]
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

/** A run's evidence as GitLab's code quality report: every check that did not pass, at every place it names, without what is waived. */
export const codeQuality = (evidence: readonly Evidence[], sha256: Sha256): CodeQualityFinding[] =>
  evidence
    .flatMap(each =>
      findings(each, sha256)
        .filter(({ waiver }) => waiver === undefined)
        .map(({ rule, check, path, line, message, fingerprint }) => ({
          type: 'issue' as const,
          categories: [each.gate === 'security-scan' ? 'Security' : 'Bug Risk'] as const,
          description: message,
          check_name: `${each.gate}/${rule}`,
          fingerprint: sha256(`${each.gate}\0${fingerprint}`),
          severity: SEVERITIES[check.status],
          location: { path, lines: { begin: line ?? 1 } },
        })),
    )
    .slice(0, LIMITS.sarifResults)
