import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Portal, PortalModel } from '../../core/portal/portal.ts'
import { badge } from '../html/badge.ts'
import { dated } from '../html/dated.ts'
import { grid, lines } from '../html/grid.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { story } from '../life/told.ts'
import { certificatesPart } from './model/certificates.ts'
import { controlsPart } from './model/controls.ts'
import { dataPart } from './model/data.ts'
import { evidencePart } from './model/evidence.ts'
import { lifePart } from './model/life.ts'
import { claimTrends, driftTrends } from './model/trends.ts'
import { refusalList } from './refusal-list.ts'
import { SECTIONS, type Section } from './sections.ts'
import { bestCertificate, standingOf } from './standing.ts'

/** Events listed: the newest. */
const EVENTS = 200

/** Everything about one model: how it stands, its life, what it claims, how its data drifts, and what each of it rests on. */
export function modelPage(model: PortalModel, now: Portal['now']): ElementContent[] {
  const standing = standingOf(model)
  const best = bestCertificate(model)
  const happened = story(model.life).toReversed()
  return [
    h('header.verdict', { className: [standing.status] }, [
      h('h1', [badge(standing.status), ' ', shown(model.name, 200)]),
      h('p', dated(shown(standing.text, 300))),
      ...(standing.attention.length > 0
        ? [
            h(
              'ul.todo',
              standing.attention.map(text => h('li', dated(shown(text, 400)))),
            ),
          ]
        : []),
      h('dl', [...facts(model, best?.version).flatMap(([name, value]) => [h('dt', name), h('dd', dated(value))])]),
      h('nav', { ariaLabel: 'Sections' }, [
        h(
          'ul',
          SECTIONS.map(([id, title]) => h('li', h('a', { href: `#${id}` }, title))),
        ),
      ]),
    ]),
    section('life', lifePart(model)),
    section('claims', claimTrends(model)),
    section('drift', driftTrends(model)),
    section('certificates', certificatesPart(model)),
    section('refusals', refusalList(model)),
    section('data', dataPart(model)),
    section('evidence', evidencePart(model)),
    section('controls', controlsPart(model, now)),
    section('story', [
      grid(
        happened.length > EVENTS ? `The newest ${EVENTS} of ${happened.length} events` : 'Everything, the newest first',
        [{ title: 'When' }, { title: 'Version' }, { title: 'What' }, { title: 'More' }],
        lines(
          happened
            .slice(0, EVENTS)
            .map(({ at, model: name, what, more }) => [
              h('time', { dateTime: at }, day(at)),
              shown(name, 80),
              what,
              dated(shown(more, 400)),
            ]),
        ),
      ),
    ]),
  ]
}

const section = (id: Section, content: readonly ElementContent[]) =>
  h('section', { id, ariaLabelledBy: `${id}-title` }, [
    h('h2', { id: `${id}-title` }, SECTIONS.find(([known]) => known === id)?.[1] ?? id),
    ...(content.length > 0 ? content : [h('p.lead', 'None.')]),
  ])

function facts(model: PortalModel, version: string | undefined): (readonly [string, string])[] {
  const ids = new Set(model.versions.map(({ id }) => id))
  const live = model.targets.filter(({ to }) => ids.has(to?.id ?? ''))
  return [
    ['Version', version === undefined ? '' : shown(version, 80)],
    [
      'In production',
      live.map(({ target, at, to }) => shown(`${target}: ${to?.name}, since ${day(at)}`, 200)).join('; ') || 'nowhere',
    ],
    ['Due', model.dues.map(({ model: name, what, at }) => shown(`${name}: ${what} on ${day(at)}`, 200)).join('; ')],
    ['Repository', shown(model.repository ?? '', 200)],
    ['Log', shown(model.log, 200)],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [[name, value] as const]))
}
