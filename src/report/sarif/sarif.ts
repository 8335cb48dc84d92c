import type { Check, Evidence } from '../../core/evidence.ts'
import { NAMESPACE } from '../../core/identifiers.ts'
import type { Waiver } from '../../core/security/waivers/waiver.ts'
import type { Status } from '../../core/verdict.ts'
import { type Finding, findings, openChecks, ruleOfCheck } from '../findings.ts'
import { LIMITS } from '../limits.ts'
import { escapeText } from '../markdown/escape.ts'
import { count } from '../numbers.ts'
import type { Sha256 } from './fingerprint.ts'
import { plainMessage } from './plain-message.ts'
import { ruleKindOf } from './rule-kind.ts'
import type { Level, SarifLog, SarifResult, SarifRule } from './sarif-log.ts'

/**
 * A gate's evidence as SARIF 2.1.0 for GitHub code scanning, or any reader of it: every check that did not pass, at every place it
 * names. Inconclusive is an error, as it is for the gate.
 */
export function sarif(evidence: Evidence, sha256: Sha256): SarifLog {
  const open = openChecks(evidence)
  const rules = new Map<string, SarifRule>()
  for (const check of open) {
    const rule = ruleOf(check, evidence)
    if (!rules.has(rule.id) && rules.size < LIMITS.sarifRules) rules.set(rule.id, rule)
  }
  const ids = [...rules.keys()]
  const results = findings(evidence, sha256).flatMap(finding => resultOf(finding, ids))
  const left = results.length - LIMITS.sarifResults
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Proofmark',
            version: evidence.tool.version,
            semanticVersion: evidence.tool.version,
            informationUri: NAMESPACE,
            rules: [...rules.values()],
          },
        },
        automationDetails: { id: `proofmark/${evidence.gate}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: evidence.result !== null,
            ...(left > 0 && {
              toolExecutionNotifications: [
                {
                  level: 'warning',
                  message: { text: `${count(left, 'more result')} left out: the evidence has them all.` },
                },
              ],
            }),
          },
        ],
        results: results.slice(0, LIMITS.sarifResults),
      },
    ],
  }
}

const LEVELS: Record<Status, Level> = { fail: 'error', inconclusive: 'error', warn: 'warning', pass: 'warning' }

function ruleOf(check: Check, evidence: Evidence): SarifRule {
  const id = ruleOfCheck(check, evidence)
  const level = LEVELS[check.status]
  const kind = evidence.gate === 'security-scan' ? ruleKindOf(id) : undefined
  const help = kind?.help ?? check.hint ?? 'See the evidence of the gate.'
  return {
    id,
    shortDescription: { text: plainMessage(kind?.title ?? check.title) },
    fullDescription: { text: plainMessage(kind?.description ?? check.title) },
    help: { text: plainMessage(help), markdown: escapeText(help) },
    defaultConfiguration: { level },
    properties: {
      tags: evidence.gate === 'security-scan' ? ['security', evidence.gate] : [evidence.gate],
      ...(check.controls && { controls: check.controls }),
      precision: id === 'secrets' ? 'medium' : 'high',
      ...(kind ? { 'security-severity': kind.severity.toFixed(1) } : { 'problem.severity': level }),
    },
  }
}

function resultOf(
  { rule, check, path, line, message, fingerprint, waiver }: Finding,
  ids: readonly string[],
): SarifResult[] {
  const ruleIndex = ids.indexOf(rule)
  if (ruleIndex === -1) return []
  return [
    {
      ruleId: rule,
      ruleIndex,
      level: LEVELS[check.status],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: path.split('/').map(encodeURIComponent).join('/'),
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: line ?? 1, startColumn: 1, endLine: line ?? 1, endColumn: 2 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: fingerprint },
      ...suppressed(waiver),
    },
  ]
}

/** A waiver as SARIF has it (§3.35): kept outside the file, and accepted by its owner. */
function suppressed(waiver: Waiver | undefined): Pick<SarifResult, 'suppressions'> {
  if (!waiver) return {}
  const { reason, owner, expires } = waiver
  const justification = plainMessage(reason, `Waived by ${owner} until ${expires}`)
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] }
}
