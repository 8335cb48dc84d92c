import { GATES } from '../core/evidence.ts'
import type { RuleOutcome } from '../core/record/decision/rule-outcome.ts'
import { code, escapeText } from './markdown/escape.ts'
import { folded } from './markdown/table.ts'
import { count } from './numbers.ts'
import { RULE_ORDER, RULE_SIGN, ruleId, ruleText } from './rule-text.ts'

/** Rules of one block: a longer one would be left out as a whole to stay under a comment's limit. */
const TOGETHER = 20

/** The rules as Markdown: what did not pass and what is waived in the open, with why and what to do; what passed folded away. */
export function rulesBlocks(rules: readonly RuleOutcome[]): string[] {
  const ordered = RULE_ORDER.flatMap(status => rules.filter(rule => rule.status === status))
  const passed = ordered.filter(({ status }) => status === 'passed')
  const open = ordered.slice(0, ordered.length - passed.length)
  return [
    ofGates(open),
    ...open.filter(rule => !isOfGate(rule)).map(told),
    ...inBlocks(passed).map((text, i) =>
      folded(`${RULE_SIGN.passed} ${i === 0 ? '' : 'more of '}${count(passed.length, 'rule')} passed`, text),
    ),
  ]
}

/** That a gate did not pass, a line each: its own part says why, and what to do. */
const ofGates = (rules: readonly RuleOutcome[]): string =>
  rules
    .filter(isOfGate)
    .map(rule => `- ${RULE_SIGN[rule.status]} **${escapeText(rule.title)}**: ${escapeText(rule.reason)}`)
    .join('\n')

const isOfGate = ({ rule, status }: RuleOutcome): boolean => status !== 'waived' && GATES.some(gate => gate === rule)

function inBlocks(rules: readonly RuleOutcome[]): string[] {
  const blocks = Math.ceil(rules.length / TOGETHER)
  return Array.from({ length: blocks }, (_, i) =>
    rules
      .slice(i * TOGETHER, (i + 1) * TOGETHER)
      .map(rule => `- ${named(rule)}: ${escapeText(rule.reason)}`)
      .join('\n'),
  )
}

function told(rule: RuleOutcome): string {
  const { head, why, without, hint } = ruleText(rule)
  return [
    `${RULE_SIGN[rule.status]} **${escapeText(rule.title)}**${idOf(rule)}`,
    `${escapeText(head)}${escapeText(why)}`,
    ...(without === undefined ? [] : [escapeText(without)]),
    ...(hint === undefined ? [] : [`→ ${escapeText(hint)}`]),
  ].join('  \n')
}

const named = (rule: RuleOutcome) => `${escapeText(rule.title)}${idOf(rule)}`

function idOf(rule: RuleOutcome): string {
  const id = ruleId(rule)
  return id === undefined ? '' : ` ${code(id)}`
}
