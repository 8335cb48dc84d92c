import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Check, Location } from '../../core/evidence.ts'
import { place } from '../check-text.ts'
import { count } from '../numbers.ts'
import { placeRuns, runText } from '../place-runs.ts'
import { isTabular, rowCells } from '../row-cells.ts'
import { rowsBeyond } from '../rows-beyond.ts'
import { tellingPlaces } from '../telling-places.ts'
import { badge } from './badge.ts'
import { keptTogether } from './kept-together.ts'
import { prose } from './prose.ts'
import { folded, table } from './table.ts'
import { shown } from './text.ts'

/** Places listed of a check: the evidence has them all. */
const PLACES = 20
/** Checks that end alike told in the open. */
const ALIKE = 8

/** A check that did not pass, or several that end alike and want the same done, in full: why, what to do, where, and what is waived. */
export function toldChecks(group: readonly Check[]): Element {
  const [first, ...others] = group
  if (first === undefined) return h('article.check')
  if (others.length > 0) return together(first, group)
  const { status, title, reason, hint, waivers = [] } = first
  const all = tellingPlaces(first)
  const rows = all.filter(isTabular)
  const runs = placeRuns(rows.length > 1 ? all.filter(location => !isTabular(location)) : all)
  const beyondShown = (all: readonly unknown[]) => Math.max(0, all.length - PLACES)
  const more = beyondShown(runs) + (rows.length > 1 ? beyondShown(rows) : 0)
  const beyond = rowsBeyond(first, all)
  return h('article.check', { className: [status] }, [
    h('h3', [badge(status), ' ', shown(title)]),
    h('p', keptTogether(shown(reason, 2000))),
    hint === undefined ? '' : h('p.hint', ['→ ', ...prose(keptTogether(hint))]),
    ...waivers.map(({ name, reason: why, owner, expires }) =>
      h('p.note', `Waived: ${shown(name)} until ${expires}, by ${shown(owner)}: ${shown(why)}`),
    ),
    rows.length > 1 ? rowTable(first, rows.slice(0, PLACES)) : '',
    runs.length === 0
      ? ''
      : h(
          'ul.places',
          runs.slice(0, PLACES).map(run => h('li', h('code', shown(runText(run))))),
        ),
    more > 0
      ? h('p.note', `… and ${more} more in the evidence`)
      : beyond > 0
        ? h('p.note', `… and ${count(beyond, 'more row')}`)
        : '',
  ])
}

/** Rows at fault, one below the other. */
function rowTable({ id }: Check, locations: readonly Location[]): Element {
  const { file, names, rows } = rowCells(locations)
  return table(
    `Rows of ${shown(file)}`,
    [{ title: 'Line', align: 'right' }, ...names.map(name => ({ title: shown(name, 60) }))],
    rows.map(({ line, cells }) => [
      String(line),
      ...cells.map(cell => (cell === undefined ? '' : cell === '' ? 'empty' : h('code', shown(cell, 60)))),
    ]),
    { label: `Rows of ${shown(file)}: ${shown(id)}` },
  )
}

/** What to do stands once, after the first few; the others open behind it. */
function together({ status, hint = '' }: Check, group: readonly Check[]): Element {
  const open = group.length > ALIKE + 2 ? ALIKE : group.length
  return h('article.check', { className: [status] }, [
    ...group.slice(0, open).flatMap(toldBriefly),
    h('p.hint', ['→ ', ...prose(keptTogether(hint))]),
    ...(open < group.length
      ? [
          folded(
            `${count(group.length - open, 'more check')} to which the same applies`,
            ...group.slice(open).flatMap(toldBriefly),
          ),
        ]
      : []),
  ])
}

function toldBriefly(check: Check): Element[] {
  const [at] = tellingPlaces(check)
  return [
    h('h3', [badge(check.status), ' ', shown(check.title)]),
    h('p', [keptTogether(shown(check.reason, 2000)), ...(at ? [' ', h('code', shown(place(at)))] : [])]),
  ]
}
