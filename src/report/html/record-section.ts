import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Recorded } from '../record-section.ts'
import { recordLine } from '../record-section.ts'
import { badge, verdictBadge } from './badge.ts'
import { STATUS_COLUMN, table } from './table.ts'
import { shown } from './text.ts'

/** How it was decided, rule by rule, and what was signed. */
export function recordPart(recorded: Recorded): Element {
  const { decision, model, path, problem } = recorded
  return h('section', { id: 'audit-record', ariaLabelledBy: 'audit-record-title' }, [
    h('h2', { id: 'audit-record-title' }, [
      verdictBadge(problem ? 'inconclusive' : decision.verdict),
      ' ',
      shown(recordLine(recorded)),
    ]),
    problem ? h('p', shown(problem.message, 2000)) : '',
    problem?.hint === undefined ? '' : h('p.hint', `→ ${shown(problem.hint, 2000)}`),
    decision.rules.length === 0
      ? ''
      : table(
          'Rules of the policy',
          [STATUS_COLUMN, { title: 'Rule' }, { title: 'Because' }, { title: 'What to do' }],
          decision.rules.map(({ status, title, reason, hint }) => [
            status === 'waived' ? badge('warn') : verdictBadge(status),
            shown(title),
            shown(reason, 1000),
            shown(hint ?? '', 1000),
          ]),
        ),
    ...decision.notes.map(note => h('p.note', shown(note, 2000))),
    h('dl', [
      ...(model.id === undefined ? [] : [h('dt', 'Model id'), h('dd', h('code', model.id))]),
      ...(path === undefined ? [] : [h('dt', 'Signed in'), h('dd', h('code', shown(path)))]),
    ]),
  ])
}
