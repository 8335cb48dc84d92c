import type { RuleOutcome } from '../core/record/decision/rule-outcome.ts'
import { code, escapeText } from './markdown/escape.ts'
import { folded, table } from './markdown/table.ts'
import { RULE_ORDER, RULE_SIGN, ruleId, ruleText } from './rule-text.ts'

/** Rules that stand in one table; of more, those that passed are folded away. */
const SHOWN = 12
/** Rules of one table: a longer one would be left out as a whole to stay under a comment's limit. */
const ROWS = 40

/** The rules as Markdown tables, what did not pass first. */
export function rulesBlocks(rules: readonly RuleOutcome[]): string[] {
  const ordered = RULE_ORDER.flatMap(status => rules.filter(rule => rule.status === status))
  if (ordered.length <= SHOWN) return ordered.length === 0 ? [] : [rulesTable(ordered)]
  const passed = ordered.filter(({ status }) => status === 'passed')
  const open = ordered.slice(0, ordered.length - passed.length)
  return [
    ...inTables(open),
    ...inTables(passed).map((text, i) =>
      folded(`${RULE_SIGN.passed} ${i === 0 ? '' : 'more of '}${passed.length} rules passed`, text),
    ),
  ]
}

function inTables(rules: readonly RuleOutcome[]): string[] {
  const count = Math.ceil(rules.length / ROWS)
  return Array.from({ length: count }, (_, i) => rulesTable(rules.slice(i * ROWS, (i + 1) * ROWS)))
}

const rulesTable = (rules: readonly RuleOutcome[]) => table(['', 'Rule', 'Because'], rules.map(row))

function row(rule: RuleOutcome): string[] {
  const { head, why, without, hint } = ruleText(rule)
  const because = [
    `**${escapeText(head)}**${escapeText(why)}`,
    ...(without === undefined ? [] : [escapeText(without)]),
    ...(hint === undefined ? [] : [`→ ${escapeText(hint)}`]),
  ]
  const id = ruleId(rule)
  return [
    RULE_SIGN[rule.status],
    `${escapeText(rule.title)}${id === undefined ? '' : `<br>${code(id)}`}`,
    because.join('<br>'),
  ]
}
