import type { Evidence } from '../../core/evidence.ts'
import { type Finding, findings } from '../findings.ts'
import type { Sha256 } from '../sarif/fingerprint.ts'

/** What Jenkins' warnings plugin calls a problem of each status. Only these files can say ERROR: a finding of SARIF is HIGH at most. */
const SEVERITIES = { fail: 'ERROR', inconclusive: 'HIGH', warn: 'NORMAL', pass: 'LOW' } as const

/** The native report of Jenkins' warnings plugin (`issues`): its `ReportApi`, of which only what is read is written. */
export interface JenkinsIssues {
  readonly _class: 'io.jenkins.plugins.analysis.core.restapi.ReportApi'
  readonly size: number
  readonly issues: readonly JenkinsIssue[]
}

interface JenkinsIssue {
  readonly fileName: string
  readonly severity: (typeof SEVERITIES)[keyof typeof SEVERITIES]
  readonly lineStart?: number
  readonly lineEnd?: number
  readonly category: string
  readonly type: string
  readonly moduleName: string
  readonly message: string
  /** HTML. */
  readonly description: string
  readonly fingerprint: string
}

/** A gate's evidence as Jenkins' own JSON: every check that did not pass, at every place it names, without what is waived. */
export function jenkinsIssues(evidence: Evidence, sha256: Sha256): JenkinsIssues {
  const issues = findings(evidence, sha256)
    .filter(({ waiver }) => waiver === undefined)
    .map(finding => issueOf(finding, evidence.gate))
  return { _class: 'io.jenkins.plugins.analysis.core.restapi.ReportApi', size: issues.length, issues }
}

function issueOf({ rule, check, path, line, message, fingerprint }: Finding, gate: string): JenkinsIssue {
  const { title, reason, hint, status } = check
  const paragraphs = [`<strong>${html(title)}</strong>`, html(reason), ...(hint === undefined ? [] : [html(hint)])]
  return {
    fileName: path,
    severity: SEVERITIES[status],
    ...(line !== undefined && { lineStart: line, lineEnd: line }),
    category: gate,
    type: rule,
    moduleName: 'proofmark',
    message,
    description: paragraphs.map(text => `<p>${text}</p>`).join(''),
    fingerprint,
  }
}

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
