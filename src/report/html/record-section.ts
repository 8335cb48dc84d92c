import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import type { Evidence } from '../../core/evidence.ts'
import type { RuleOutcome } from '../../core/record/decision/rule-outcome.ts'
import { dataSinceLine } from '../data-since.ts'
import type { Recorded } from '../record-section.ts'
import { recordLine } from '../record-section.ts'
import { ruleText } from '../rule-text.ts'
import type { Anchors } from './anchors.ts'
import { badge, verdictBadge } from './badge.ts'
import { chainList } from './chain.ts'
import { STATUS_COLUMN } from './column.ts'
import { controlsList } from './controls.ts'
import { dated } from './dated.ts'
import { prose } from './prose.ts'
import { table } from './table.ts'
import { shown } from './text.ts'

/** How it was decided, rule by rule, what was signed, and which controls that supports. */
export function recordPart(recorded: Recorded, evidence: readonly Evidence[], anchors: Anchors): Element {
  const { decision, since, problem, controls } = recorded
  return h('section', { id: 'audit-record', ariaLabelledBy: 'audit-record-title' }, [
    h('h2', { id: 'audit-record-title' }, [
      verdictBadge(problem ? 'inconclusive' : decision.verdict),
      ' ',
      ...dated(shown(recordLine(recorded))),
    ]),
    problem ? h('p', prose(problem.message)) : '',
    problem?.hint === undefined ? '' : h('p.hint', ['→ ', ...prose(problem.hint)]),
    decision.rules.length === 0
      ? ''
      : table(
          'Rules of the policy',
          [STATUS_COLUMN, { title: 'Rule', wide: true }, { title: 'Because' }],
          decision.rules.map(outcome => [
            outcome.status === 'waived' ? badge('warn') : verdictBadge(outcome.status),
            ruleLink(outcome, evidence),
            because(outcome),
          ]),
          { cards: true },
        ),
    ...decision.notes.map(note => h('p.note', shown(note, 2000))),
    ...(since?.data ?? []).map(data => h('p.note', shown(dataSinceLine(data, { name: String, words: String }), 2000))),
    h('h3', 'From the files to the certificate'),
    chainList(recorded, evidence),
    ...(controls ? [h('h3', 'Controls'), ...controlsList(controls, anchors)] : []),
  ])
}

/** A rule that asks for a gate leads to that gate's part of the page. */
const ruleLink = ({ rule, title }: RuleOutcome, evidence: readonly Evidence[]): Child =>
  evidence.some(({ gate }) => gate === rule) ? h('a', { href: `#${rule}` }, shown(title)) : shown(title)

/** Why a rule stands as it does; of a waived one who answers for that, until when, and how it would stand without. */
function because(outcome: RuleOutcome): Child {
  const { status, reason, hint } = outcome
  if (status !== 'waived')
    return [shown(reason, 1000), hint === undefined ? '' : h('div.hint', ['→ ', ...prose(hint, 1000)])]
  const { head, why, without = '' } = ruleText(outcome)
  return [h('strong', dated(shown(head, 300))), shown(why, 2000), h('div', shown(without, 2000))]
}
