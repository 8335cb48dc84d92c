import type { Check } from '../../../evidence.ts'
import { checkId } from '../../artefact-check.ts'
import { printable } from '../../printable.ts'
import { matchWaiver, type Waivers } from '../../waivers/match-waiver.ts'
import { waivedNames } from '../../waivers/waive-findings.ts'
import type { Requirement } from '../manifest.ts'
import { versionsOf } from '../versions/versions-of.ts'
import { lookedUp } from '../vulnerabilities/looked-up.ts'
import { LOADER_ADVISORIES } from './loader-advisories.ts'

/** A scanned file, and the ids of the formats it is, divided by `+`. */
export interface Artefact {
  readonly path: string
  readonly format: string
}

const NO_WAIVERS: Waivers = { list: [], now: new Date(0) }
/** Files that a check lists. */
const SHOWN = 10

/** The check of a pinned loader that has a known fault in loading a file of the scan; none where the two do not meet. */
export function loaderCheck(
  file: string,
  requirement: Requirement,
  artefacts: readonly Artefact[],
  policy: Waivers = NO_WAIVERS,
): Check | undefined {
  const loader = lookedUp(requirement)
  const { version } = loader ?? {}
  if (loader?.ecosystem !== 'PyPI' || version === undefined) return undefined
  const found = LOADER_ADVISORIES.filter(
    each => each.loader === loader.name && versionsOf.PyPI.compare(version, each.fixed) < 0,
  )
    .filter(({ formats }) => artefacts.some(artefact => isOneOf(artefact, formats)))
    .map(each => {
      const of = `${requirement.name}@${requirement.version}`
      return { ...each, ...matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of }) }
    })
  const update = found
    .map(({ fixed }) => fixed)
    .toSorted(versionsOf.PyPI.compare)
    .at(-1)
  if (update === undefined) return undefined
  const met = artefacts.filter(artefact => found.some(({ formats }) => isOneOf(artefact, formats)))
  const faults = found.map(({ ids, what, fixed }) => `${what} (${ids.join(', ')}, fixed in ${fixed})`)
  const waivers = [...new Set(found.flatMap(each => ('waiver' in each ? each.waiver : [])))]
  const excused = [
    ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
    ...new Set(found.flatMap(each => ('missed' in each ? (each.missed ?? []) : []))),
  ]
  const isWhollyWaived = found.every(each => 'waiver' in each)
  const more = met.length > 1 ? ` and ${met.length - 1} more` : ''
  return {
    id: checkId('loader', `${file}:${loader.name}@${version}`),
    title: `${loader.name} ${printable(version)} in ${file} loads the scanned files safely`,
    status: found.some(each => each.status === 'fail' && !('waiver' in each)) ? 'fail' : 'warn',
    measured: { value: printable(version), method: 'loader-advisories' },
    required: { comparator: '>=', value: update },
    reason:
      `Expected ${loader.name} ${update} or later to load ${met[0]?.path}${more} but ${file}:${requirement.line} pins ` +
      `${printable(version)}, which ${[faults.join('; and '), ...excused].join('; ')}`,
    hint: `Update ${loader.name} to ${update} or later`,
    locations: [
      { file, line: requirement.line, note: printable(requirement.requirement) },
      ...met.slice(0, SHOWN).map(({ path }) => ({ file: path })),
    ].map(location => ({ ...location, ...(isWhollyWaived && { waiver: 0 }) })),
    ...(waivers.length > 0 && { waivers }),
  }
}

const isOneOf = ({ format }: Artefact, formats: readonly string[]): boolean =>
  format.split('+').some(id => formats.includes(id))
