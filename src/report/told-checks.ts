import type { Check, Evidence, Location } from '../core/evidence.ts'
import { alikeChecks } from './alike-checks.ts'
import { code, escapeText } from './markdown/escape.ts'
import { count } from './numbers.ts'
import { placeLink, placeUrl, runLink } from './place-link.ts'
import { placeRuns } from './place-runs.ts'
import { isTabular } from './row-cells.ts'
import { rowTable } from './row-table.ts'
import { rowsBeyond } from './rows-beyond.ts'
import { tellingPlaces } from './telling-places.ts'
import { STATUS_SIGN } from './words.ts'

/** Places of a check that are told. */
const PLACES = 6
/** Waivers of a check that are told; the evidence has them all. */
const WAIVERS = 5

/** Checks that did not pass, each with its reason and remedy; of several that end alike and want the same done, that is said once. */
export function toldChecks(checks: readonly Check[], evidence: Evidence): string[] {
  return alikeChecks(checks).map(([first, ...others]) =>
    first === undefined ? '' : others.length === 0 ? told(first, evidence) : toldTogether([first, ...others], evidence),
  )
}

function toldTogether(group: readonly Check[], evidence: Evidence): string {
  const lines = group.map(check => {
    const [place] = tellingPlaces(check)
    const where = place ? ` ${placeLink(place, evidence)}` : ''
    return `- ${STATUS_SIGN[check.status]} **${escapeText(check.title)}**: ${escapeText(check.reason)}${where}`
  })
  return `${lines.join('\n')}\n\n→ ${escapeText(group[0]?.hint ?? '')}`
}

/** Rows of which keys or values are known stand in a table, once they are several; of others that are alike the lines stand together. */
function told(check: Check, evidence: Evidence): string {
  const { waivers = [] } = check
  const all = tellingPlaces(check)
  const rows = all.filter(isTabular)
  const runs = placeRuns(rows.length > 1 ? all.filter(location => !isTabular(location)) : all)
  const listed = runs.slice(0, PLACES)
  const more = runs.length - listed.length
  const beyond = rowsBeyond(check, all)
  const others = beyond === 0 ? '' : `and ${count(beyond, 'more row')}`
  const words = [
    `${STATUS_SIGN[check.status]} **${escapeText(check.title)}**`,
    escapeText(check.reason),
    check.hint === undefined ? '' : `→ ${escapeText(check.hint)}`,
    ...waivers
      .slice(0, WAIVERS)
      .map(
        ({ name, reason, owner, expires }) =>
          `Waived: ${code(name)} until ${expires}, by ${escapeText(owner)}: ${escapeText(reason)}`,
      ),
    listed.length > 0
      ? `${listed.map(run => runLink(run, evidence)).join(' · ')}${more > 0 ? ` and ${more} more` : rows.length > 1 || others === '' ? '' : ` ${others}`}`
      : '',
  ]
  const text = words.filter(line => line !== '').join('  \n')
  return rows.length > 1
    ? `${text}\n\n${rowTable(rows, firstUrl(rows, evidence))}${others === '' ? '' : `\n\n_… ${others}_`}`
    : text
}

const firstUrl = ([first]: readonly Location[], evidence: Evidence) =>
  first && placeUrl({ first, lines: first.line === undefined ? [] : [first.line] }, evidence)
