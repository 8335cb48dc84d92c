import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Portal, PortalModel } from '../../core/portal/portal.ts'
import { badge, verdictBadge } from '../html/badge.ts'
import { breakable } from '../html/breakable.ts'
import { dated } from '../html/dated.ts'
import { filter, grid, type Line } from '../html/grid.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count, formatNumber } from '../numbers.ts'
import { logNotices, logTable } from './logs.ts'
import { newest, standingOf } from './standing.ts'

/** The first page: how many models need somebody, then all of them, then the logs. */
export function indexPage(portal: Portal, site: string): ElementContent[] {
  const { models } = portal
  const standings = models.map(model => ({ model, standing: standingOf(model) }))
  const tagged = (tag: string) => standings.filter(({ standing }) => standing.tags.includes(tag)).length
  const several = portal.logs.length > 1
  return [
    h('h1', shown(site, 200)),
    h('p.lead', 'Every model that the logs know, how it stands today, and what somebody has to see to.'),
    ...logNotices(portal),
    h(
      'ul.counts',
      [
        [models.length, models.length === 1 ? 'model' : 'models'],
        [tagged('attention'), 'need attention'],
        [tagged('certified'), 'with a valid certificate'],
        [tagged('production'), 'in production'],
        [tagged('due'), 'with something due'],
      ].map(([n, text]) => h('li', [h('b', formatNumber(Number(n))), h('span', text)])),
    ),
    h('section', { ariaLabelledBy: 'models-title' }, [
      h('h2', { id: 'models-title' }, 'Models'),
      filter('models', 'Models', [
        { name: 'state', title: 'State', answers: STATES },
        ...(several
          ? [
              {
                name: 'log',
                title: 'Log',
                answers: portal.logs.map(({ name }, i) => [`log-${i}`, shown(name, 60)] as const),
              },
            ]
          : []),
      ]),
      models.length === 0
        ? h('p.lead', 'None yet: the logs hold no certificate and no refusal.')
        : h('div.models', [
            grid(
              `${count(models.length, 'model')} by name`,
              [
                { title: 'Model' },
                { title: 'State' },
                { title: 'In production' },
                { title: 'Due' },
                { title: 'Drift' },
                { title: 'Newest' },
              ],
              standings.map(({ model, standing }) => line(model, standing, portal)),
              { id: 'models', hideCaption: true },
            ),
          ]),
    ]),
    h('section', { ariaLabelledBy: 'logs-title' }, [h('h2', { id: 'logs-title' }, 'Logs'), logTable(portal)]),
  ]
}

const STATES = [
  ['attention', 'needs attention'],
  ['certified', 'certified'],
  ['uncertified', 'not certified'],
  ['production', 'in production'],
  ['refused', 'refused last'],
  ['due', 'something due'],
] as const

function line(model: PortalModel, standing: ReturnType<typeof standingOf>, { logs }: Portal): Line {
  const ids = new Set(model.versions.map(({ id }) => id))
  const live = model.targets.filter(({ to }) => ids.has(to?.id ?? ''))
  const drift = newest(model, 'drift-compare')
  const [due] = model.dues
  const last = [model.certificates[0]?.at, model.refusals[0]?.at, ...model.targets.map(({ at }) => at)]
    .filter(at => at !== undefined)
    .toSorted()
    .at(-1)
  return {
    tags: [...standing.tags, `log-${logs.findIndex(({ name }) => name === model.log)}`],
    cells: [
      [
        h('a.to', { href: `models/${model.slug}.html` }, breakable(shown(model.name, 120))),
        h('span.sub', breakable(shown(model.repository ?? model.log, 120))),
      ],
      [
        h('span.state', [badge(standing.certificate), ...dated(shown(standing.text, 160))]),
        standing.attention.length === 0
          ? ''
          : h(
              'ul.todo',
              standing.attention.map(text => h('li', dated(shown(text, 240)))),
            ),
      ],
      live.length === 0
        ? ''
        : live.map(({ target, to }) =>
            h('div', [...breakable(shown(to?.name ?? '', 80)), h('span.sub', breakable(shown(target, 120)))]),
          ),
      due === undefined ? '' : [h('time', { dateTime: due.at }, day(due.at)), h('span.sub', shown(due.what, 120))],
      drift === undefined
        ? ''
        : h('span.state', [
            verdictBadge(drift.verdict),
            h('time', { dateTime: drift.finishedAt }, day(drift.finishedAt)),
          ]),
      last === undefined ? '' : h('time', { dateTime: last }, day(last)),
    ],
  }
}
