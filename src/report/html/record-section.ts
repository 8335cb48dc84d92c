import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { type Evidence, evidenceFile } from '../../core/evidence.ts'
import { dataSinceLine } from '../data-since.ts'
import { count } from '../numbers.ts'
import type { Recorded } from '../record-section.ts'
import { recordLine } from '../record-section.ts'
import { badge, verdictBadge } from './badge.ts'
import { STATUS_COLUMN, table } from './table.ts'
import { shown } from './text.ts'

/** How it was decided, rule by rule, and what was signed. */
export function recordPart(recorded: Recorded, evidence: readonly Evidence[]): Element {
  const { decision, model, since, path, problem, notAfter } = recorded
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
    ...(since?.data ?? []).map(data => h('p.note', shown(dataSinceLine(data, { name: String, words: String }), 2000))),
    h('h3', 'From the files to the certificate'),
    h('ol.chain', [
      h('li', files(evidence)),
      h(
        'li',
        model.id === undefined ? 'No model id' : ['Model id, the SHA-256 of their SHA256SUMS: ', h('code', model.id)],
      ),
      ...evidence.map(({ gate, verdict, checks, tool }) =>
        h('li', [
          h('a', { href: `#${gate}` }, gate),
          `: ${verdict}, ${count(checks.length, 'check')}, by ${tool.name} ${tool.version}, in `,
          h('code', evidenceFile(gate)),
        ]),
      ),
      h('li', `${count(decision.rules.length, 'rule')} of the policy: ${decision.verdict}`),
      path === undefined
        ? h('li', 'Nothing was signed')
        : h('li', [
            notAfter === undefined ? 'Signed in ' : `Valid until ${notAfter}, signed in `,
            h('code', shown(path)),
            '. Verify it: ',
            h('code', shown(`proofmark verify ${path} --model FILE… --key FILE`)),
          ]),
    ]),
  ])
}

/** The model's files, by their digests. */
function files(evidence: readonly Evidence[]): Child {
  const subject = evidence.find(one => one.subject.length > 0)?.subject ?? []
  if (subject.length === 0) return 'No model file was named'
  return [
    `${count(subject.length, 'model file')}: `,
    ...subject
      .slice(0, 20)
      .flatMap(({ name, digest }) => [h('code', shown(name, 120)), ' ', h('code', digest.sha256), ' ']),
    subject.length > 20 ? `and ${subject.length - 20} more` : '',
  ]
}
