import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { STANDINGS } from '../../core/controls/control-status.ts'
import { controlsOfModel } from '../../core/portal/controls-of-model.ts'
import type { Portal, PortalModel } from '../../core/portal/portal.ts'
import type { Status } from '../../core/verdict.ts'
import { badge } from '../html/badge.ts'
import type { Column } from '../html/table.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count, formatNumber } from '../numbers.ts'
import { filter, grid, type Line } from './grid.ts'
import { link } from './link.ts'
import { logNotices, logTable } from './logs.ts'
import { standingOf } from './standing.ts'

/** Lines that nobody searches. */
const FEW = 5

/** For who answers for the rules: what needs somebody, what is due, who approved, what is excepted until when, and what was taken back. */
export function complianceOfficerPage(portal: Portal): ElementContent[] {
  const { models, logs, now } = portal
  const attention = models.flatMap(model =>
    standingOf(model).attention.map(text => ({ cells: [badge('fail'), to(model), shown(text, 300)] })),
  )
  const dues = models
    .flatMap(model => model.dues.map(due => ({ model, due })))
    .toSorted((a, b) => Date.parse(a.due.at) - Date.parse(b.due.at))
  const section = (id: string, title: string, columns: readonly Column[], rows: readonly Line[], none: string) =>
    h('section', { ariaLabelledBy: `${id}-title` }, [
      h('h2', { id: `${id}-title` }, title),
      ...(rows.length === 0
        ? [h('p.lead', none)]
        : [
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
    ),
    section(
      'due',
      'Reviews and ends that are due',
      [{ title: 'Status', hidden: true }, { title: 'Model' }, { title: 'What' }, { title: 'When' }],
      dues.map(({ model, due: { what, at, overdue, model: name } }) => ({
        cells: [
          badge(overdue ? 'fail' : 'warn'),
          to(model),
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
      models.map(model => controls(model, now)),
      'No model, and so no evidence.',
    ),
    section(
      'waivers',
      'Waivers',
      WAIVERS,
      models.flatMap(model => waivers(model, now)),
      'No certificate rests on a waiver.',
    ),
    section('approvals', 'Approvals', APPROVALS, models.flatMap(approvals), 'No certificate names an approval.'),
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
        .flatMap(decisions)
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

const to = ({ slug, name }: PortalModel) => h('a', { href: `models/${slug}.html` }, shown(name, 120))

const CONTROLS: readonly Column[] = [
  { title: 'Model' },
  { title: 'Supported', align: 'right' },
  { title: 'Partial', align: 'right' },
  { title: 'Not supported', align: 'right' },
  { title: 'Not evaluable', align: 'right' },
  { title: 'Too old', align: 'right' },
]

/** How many controls of the catalogue a model's evidence and record support; its page names each. */
function controls(model: PortalModel, now: string): Line {
  const statuses = controlsOfModel(model, now)
  return {
    cells: [
      h('a', { href: `models/${model.slug}.html#controls` }, shown(model.name, 120)),
      ...STANDINGS.map(standing => formatNumber(statuses.filter(({ status }) => status === standing).length)),
      formatNumber(statuses.filter(({ freshness }) => freshness?.stale).length),
    ],
  }
}

const WAIVERS: readonly Column[] = [
  { title: 'Status', hidden: true },
  { title: 'Model' },
  { title: 'Excepted' },
  { title: 'Owner' },
  { title: 'Ends' },
  { title: 'Under certificate' },
]

/** Exceptions that certificates rest on, each once, with the newest of them; those of certificates that hold first. */
function waivers({ name, slug, certificates }: PortalModel, now: string): Line[] {
  const seen = new Set<string>()
  return certificates.flatMap(({ sha256, state, facts }) =>
    (facts?.waivers ?? []).flatMap(({ rule, name: excepted, owner, expires, waiver }): Line[] => {
      if (seen.has(waiver)) return []
      seen.add(waiver)
      const status: Status =
        Date.parse(expires) <= Date.parse(now) ? 'inconclusive' : state === 'valid' ? 'warn' : 'pass'
      return [
        {
          cells: [
            badge(status),
            h('a', { href: `models/${slug}.html#certificates` }, shown(name, 120)),
            shown(excepted === rule ? rule : `${rule}: ${excepted}`, 200),
            shown(owner, 120),
            h('time', { dateTime: expires }, day(expires)),
            h('code', { title: sha256 }, sha256.slice(0, 12)),
          ],
        },
      ]
    }),
  )
}

const APPROVALS: readonly Column[] = [
  { title: 'Model' },
  { title: 'Version' },
  { title: 'Role' },
  { title: 'Who' },
  { title: 'When' },
  { title: 'Of' },
  { title: 'Where' },
]

const approvals = ({ slug, name, certificates }: PortalModel): Line[] =>
  certificates.flatMap(({ version, facts }) =>
    (facts?.approvals ?? []).map(({ role, actor, at, of, url }) => ({
      cells: [
        h('a', { href: `models/${slug}.html#certificates` }, shown(name, 120)),
        shown(version, 40),
        shown(role, 80),
        shown(actor, 120),
        h('time', { dateTime: at }, day(at)),
        h('code', 'commit' in of ? of.commit.slice(0, 12) : of.model.slice(0, 12)),
        link(url, 'review'),
      ],
    })),
  )

function decisions(model: PortalModel) {
  return [
    ...model.refusals.map(({ at, version, facts }) => ({
      at,
      cells: [
        to(model),
        `Refusal of ${shown(version, 40)}`,
        shown(facts?.rules.map(({ title, reason }) => `${title}: ${reason}`).join('; ') ?? 'not kept in the log', 400),
      ],
    })),
    ...model.certificates.flatMap(({ revocation, version }) =>
      revocation
        ? [
            {
              at: revocation.at,
              cells: [
                to(model),
                `Revocation of a certificate of ${shown(version, 40)}`,
                shown(`${revocation.reason}${revocation.by === undefined ? '' : `, by ${revocation.by}`}`, 400),
              ],
            },
          ]
        : [],
    ),
  ]
}
