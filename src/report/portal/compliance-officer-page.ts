import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Portal } from '../../core/portal/portal.ts'
import { badge } from '../html/badge.ts'
import type { Column } from '../html/column.ts'
import { filter, grid, type Line } from '../html/grid.ts'
import { prose } from '../html/prose.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count, formatNumber } from '../numbers.ts'
import { APPROVALS, approvalLines } from './approval-lines.ts'
import { CONTROLS, controlCounts } from './control-counts.ts'
import { decisionLines } from './decision-lines.ts'
import { link } from './link.ts'
import { logNotices, logTable } from './logs.ts'
import { standingOf } from './standing.ts'
import { toModel } from './to-model.ts'
import { WAIVERS, waiverLines } from './waiver-lines.ts'

/** What to do about each kind of what needs attention. */
const REMEDY =
  'Where production points at a model whose certificate does not hold, certify the model again (`proofmark gate`), or point production back (`proofmark demote`). ' +
  'Where data drifted, the model’s page names the columns.'

/** Lines that nobody searches. */
const FEW = 5

/** For who answers for the rules: what needs somebody, what is due, who approved, what is excepted until when, and what was taken back. */
export function complianceOfficerPage(portal: Portal): ElementContent[] {
  const { models, logs, now } = portal
  const attention = models.flatMap(model =>
    standingOf(model).attention.map(text => ({ cells: [badge('fail'), toModel(model), shown(text, 300)] })),
  )
  const dues = models
    .flatMap(model => model.dues.map(due => ({ model, due })))
    .toSorted((a, b) => Date.parse(a.due.at) - Date.parse(b.due.at))
  const section = (
    id: string,
    title: string,
    columns: readonly Column[],
    rows: readonly Line[],
    none: string,
    remedy?: string,
  ) =>
    h('section', { ariaLabelledBy: `${id}-title` }, [
      h('h2', { id: `${id}-title` }, title),
      ...(rows.length === 0
        ? [h('p.lead', prose(none))]
        : [
            ...(remedy === undefined ? [] : [h('p.lead', prose(remedy))]),
            ...(rows.length > FEW ? [filter(id, title)] : []),
            grid(`${title}: ${count(rows.length, 'line')}`, columns, rows, { id, hideCaption: true }),
          ]),
    ])
  return [
    h('h1', 'Approvals, waivers and reviews'),
    h(
      'p.lead',
      'For the compliance officer: what the logs and the signed documents in them say. It supports controls; whether they are met is for people to say.',
    ),
    ...logNotices(portal),
    section(
      'attention',
      'Needs attention',
      [{ title: 'Status', hidden: true }, { title: 'Model' }, { title: 'What' }],
      attention,
      'Nothing.',
      REMEDY,
    ),
    section(
      'due',
      'Reviews and ends that are due',
      [{ title: 'Status', hidden: true }, { title: 'Model' }, { title: 'What' }, { title: 'When' }],
      dues.map(({ model, due: { what, at, overdue, model: name } }) => ({
        cells: [
          badge(overdue ? 'fail' : 'warn'),
          toModel(model),
          shown(`${name}: ${what}`, 300),
          h('time', { dateTime: at }, day(at)),
        ],
      })),
      'Nothing within 30 days, of models in production.',
    ),
    section(
      'controls',
      'Controls',
      CONTROLS,
      models.map(model => controlCounts(model, now)),
      'No model, and so no evidence.',
    ),
    section(
      'waivers',
      'Waivers',
      WAIVERS,
      models.flatMap(model => waiverLines(model, now)),
      'No certificate rests on a waiver.',
    ),
    section('approvals', 'Approvals', APPROVALS, models.flatMap(approvalLines), 'No certificate names an approval.'),
    section(
      'reviews',
      'Periodic reviews',
      [
        { title: 'When' },
        { title: 'Log' },
        { title: 'Looked at' },
        { title: 'Had ended' },
        { title: 'End soon' },
        { title: 'Run' },
      ],
      logs.flatMap(({ name, events }) =>
        events.reviews.map(({ at, run, found }) => ({
          cells: [
            h('time', { dateTime: at }, day(at)),
            h('code', shown(name, 120)),
            found
              ? `${count(found.certificates, 'certificate')}, ${count(found.waivers, 'waiver')}`
              : 'not kept in the log',
            shown(found?.ended.join(', ') ?? '', 300),
            shown(found?.ending.join(', ') ?? '', 300),
            link(run, 'run'),
          ],
        })),
      ),
      'The logs hold none. `proofmark review` in a scheduled workflow enters them.',
    ),
    section(
      'decisions',
      'Refusals and revocations',
      [{ title: 'When' }, { title: 'Model' }, { title: 'What' }, { title: 'Why' }],
      models
        .flatMap(decisionLines)
        .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .map(({ at, cells }) => ({ cells: [h('time', { dateTime: at }, day(at)), ...cells] })),
      'None.',
    ),
    section(
      'policies',
      'Policies as they came into force',
      [{ title: 'When' }, { title: 'Log' }, { title: 'Read from' }, { title: 'SHA-256' }],
      logs.flatMap(({ name, events }) =>
        events.policies.map(({ at, sha256, uri }) => ({
          cells: [
            h('time', { dateTime: at }, day(at)),
            h('code', shown(name, 120)),
            shown(uri ?? 'not kept in the log', 200),
            h('code', { title: sha256 }, sha256.slice(0, 12)),
          ],
        })),
      ),
      'The logs hold none.',
    ),
    h('section', { ariaLabelledBy: 'logs-title' }, [
      h('h2', { id: 'logs-title' }, 'The logs themselves'),
      logTable(portal),
      ...logs.flatMap(({ name, events }) =>
        events.incidents.map(({ at, reason }) =>
          h('p', [
            badge('warn'),
            ` ${shown(name, 120)} was repaired on ${day(at)}: ${shown(reason ?? 'the log does not keep why', 300)}`,
          ]),
        ),
      ),
      h('p.note', `${formatNumber(logs.reduce((sum, { entries }) => sum + entries, 0))} entries in all.`),
    ]),
  ]
}
