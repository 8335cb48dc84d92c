import type { Check } from '../../evidence.ts'
import { UserError } from '../../user-error.ts'
import { checkId } from '../artefact-check.ts'
import { printable } from '../printable.ts'
import { readWorkflow } from './read-workflow.ts'
import type { ScannedWorkflow } from './result.ts'
import type { WorkflowFinding, WorkflowRule } from './rule.ts'
import * as rules from './rules/index.ts'

const RULES: readonly WorkflowRule[] = Object.values(rules)

/** Findings that a check lists; the result has more. */
const SHOWN = 10
/** Findings of one rule in one file that the result lists. */
const KEPT = 100
/** Characters of a parser's message that are shown: it may repeat the file. */
const MAX_REASON = 300

/** What the rules make of one file. */
export interface InspectedWorkflow {
  readonly checks: readonly Check[]
  /** Absent where the file could not be read. */
  readonly workflow?: ScannedWorkflow
}

/** Whether GitHub would run the file at this path as a workflow. */
export const isWorkflow = (path: string): boolean => /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path)

/** One check per rule that a workflow breaks; one that stands for them all where it breaks none, or is no workflow. */
export function inspectWorkflow(path: string, text: string): InspectedWorkflow {
  try {
    const read = readWorkflow(path, text)
    const broken = RULES.flatMap(rule => {
      const findings = rule.find(read).toSorted((a, b) => a.line - b.line)
      return findings.length > 0 ? [{ rule, findings }] : []
    })
    const workflow = {
      path,
      tool: 'proofmark',
      findings: broken.flatMap(({ rule, findings }) =>
        findings.slice(0, KEPT).map(({ kind, line, found }) => ({
          rule: rule.id,
          status: statusOf(rule, kind),
          file: path,
          line,
          found: printable(found),
        })),
      ),
    }
    if (broken.length === 0) return { checks: [harmless(path)], workflow }
    return { checks: broken.map(({ rule, findings }) => ruleCheck(path, rule, findings)), workflow }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { checks: [unreadCheck(path, error)] }
  }
}

/** A file that should be read here and is too long, or no text. */
export const unreadWorkflow = (path: string): InspectedWorkflow => ({
  checks: [
    unreadCheck(
      path,
      new UserError('workflow.bounds', `Expected ${path} to be UTF-8 text of a fit length but it is not`, {
        hint: 'Split it, or keep it out of the scanned paths',
      }),
    ),
  ],
})

function ruleCheck(path: string, rule: WorkflowRule, findings: readonly WorkflowFinding[]): Check {
  const worst = findings.find(({ kind }) => statusOf(rule, kind) === 'fail') ?? findings[0]
  const more = findings.length > 1 ? ` and ${findings.length - 1} more` : ''
  return {
    id: checkId(`workflow.${rule.id}`, path),
    title: `${rule.title} (${path})`,
    status: findings.some(({ kind }) => statusOf(rule, kind) === 'fail') ? 'fail' : 'warn',
    measured: { value: findings.length, unit: 'findings', method: rule.id },
    required: { comparator: '=', value: 0 },
    reason: `Expected ${rule.expected} but found ${printable(worst?.found ?? '')} (${path}:${worst?.line})${more}: ${rule.severities[worst?.kind ?? '']?.why}`,
    ...(worst ? { hint: worst.fix } : {}),
    locations: findings.slice(0, SHOWN).map(({ line, found }) => ({ file: path, line, note: printable(found) })),
  }
}

const statusOf = (rule: WorkflowRule, kind: string) => rule.severities[kind]?.status ?? 'fail'

const harmless = (path: string): Check => ({
  id: checkId('workflow', path),
  title: `${path} leaves no way around the gate`,
  status: 'pass',
  measured: { value: 0, unit: 'findings', n: RULES.length },
  reason: `None of ${RULES.length} rules finds anything in ${path}`,
  locations: [{ file: path }],
})

const unreadCheck = (path: string, { message, hint, line }: UserError): Check => ({
  id: checkId('workflow', path),
  title: `${path} leaves no way around the gate`,
  status: 'inconclusive',
  reason: shortened(message.split('\n', 1)[0] ?? message),
  hint: hint ?? 'See docs.github.com, Workflow syntax for GitHub Actions',
  locations: [{ file: path, ...(line === undefined ? {} : { line }) }],
})

const shortened = (text: string) =>
  text.length > MAX_REASON ? `${text.slice(0, MAX_REASON)}… (${text.length} characters)` : text
