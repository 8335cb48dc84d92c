import { CHECK_KINDS, type CheckKind } from '../../core/security/check-kinds.ts'
import * as workflowRules from '../../core/security/workflows/rules/index.ts'

/** The rule a security check belongs to: its id without the file's name. */
export function ruleIdOf(checkId: string): string {
  const [kind = '', rule = ''] = checkId.split('.', 2)
  return kind === 'workflow' && /^[\w-]+(?:\/[\w-]+)?$/.test(rule) && isRule(rule) ? `${kind}.${rule}` : kind
}

const RULES = Object.values(workflowRules)
const isRule = (id: string) =>
  id === 'report' || /^(?:zizmor|actionlint)(?:\/|$)/.test(id) || RULES.some(rule => rule.id === id)

/** What the rule is about; undefined where nobody has described it. */
export function ruleKindOf(ruleId: string): CheckKind | undefined {
  const id = ruleId.replace(/^workflow\./, '')
  const rule = RULES.find(each => each.id === id)
  if (!rule) return ruleId.startsWith('workflow.') ? imported(id) : CHECK_KINDS[ruleId]
  const severities = Object.values(rule.severities)
  return {
    title: rule.title,
    description: `Expected ${rule.expected}.`,
    help: severities.map(({ status, why }) => `${status === 'fail' ? 'Fails' : 'Warns'}: ${why}.`).join(' '),
    severity: severities.some(({ status }) => status === 'fail') ? 8 : 5,
  }
}

const imported = (id: string): CheckKind => ({
  title: `No finding of ${id}`,
  description: `A report of another tool that was among the scanned files has findings of ${id}.`,
  help: 'See what that tool says of the rule, mend it, and write its report again.',
  severity: 5,
})
