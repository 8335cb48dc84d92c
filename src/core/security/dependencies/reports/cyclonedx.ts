import { z } from 'zod'
import { packageName } from '../package-name.ts'
import { refuseShape } from '../refuse-shape.ts'
import { cvss } from '../vulnerabilities/cvss.ts'
import { joinNamed } from '../vulnerabilities/join-named.ts'
import { byRank, orderIds } from '../vulnerabilities/merge-aliases.ts'
import { severityOfScore, severityOfWord, worstSeverity } from '../vulnerabilities/severity.ts'
import type { Vulnerability } from '../vulnerabilities/vulnerability.ts'
import { defineReport, type ReportedPackage } from './report.ts'

const Recognised = z.object({ bomFormat: z.literal('CycloneDX'), vulnerabilities: z.array(z.unknown()) })

const Component = z.object({
  'bom-ref': z.string().optional(),
  name: z.string(),
  version: z.string().optional(),
  purl: z.string().optional(),
})
const Rating = z.object({
  severity: z.string().optional(),
  score: z.number().optional(),
  vector: z.string().optional(),
})
const Vuln = z.object({
  id: z.string().optional(),
  references: z.array(z.object({ id: z.string() })).default([]),
  ratings: z.array(Rating).default([]),
  analysis: z.object({ state: z.string().optional() }).optional(),
  affects: z.array(z.object({ ref: z.string() })).default([]),
})
const CycloneDx = z.object({ components: z.array(Component).default([]), vulnerabilities: z.array(Vuln) })

/** States of an analysis that say the component is not affected (CycloneDX 1.6, impactAnalysisState). */
const SETTLED = ['not_affected', 'false_positive', 'resolved', 'resolved_with_pedigree']

/** CycloneDX 1.4 to 1.7 (JSON) with vulnerabilities; what its own analysis has settled is left out. */
export const cyclonedx = defineReport({
  id: 'cyclonedx',
  title: 'a CycloneDX file',
  recognise: value => Recognised.safeParse(value).success,
  read(path, value) {
    const found = CycloneDx.safeParse(value)
    if (!found.success) throw refuseShape(path, found.error)
    const { components, vulnerabilities } = found.data
    const packages = new Map(components.map((each, i) => [each['bom-ref'] ?? `#${i}`, packageOf(each)]))
    const refsOf = (ref: string) => (packages.has(ref) ? [ref] : componentsNamed(ref, components))
    const byRef = new Map<string, Vulnerability[]>([...packages.keys()].map(ref => [ref, []]))
    for (const each of vulnerabilities) {
      if (SETTLED.includes(each.analysis?.state ?? '')) continue
      const refs = each.affects.length > 0 ? each.affects.map(({ ref }) => ref) : [UNNAMED]
      for (const ref of new Set(refs.map(componentOf).flatMap(refsOf)))
        byRef.set(ref, [...(byRef.get(ref) ?? []), vulnerability(each)])
    }
    return [...byRef].map(([ref, known]) => ({
      ...(packages.get(ref) ?? { ecosystem: 'unknown', name: ref, version: 'of unknown version' }),
      vulnerabilities: joinNamed(known).toSorted(byRank),
    }))
  },
})

/** What a vulnerability that names no component is held against. */
const UNNAMED = 'a component that is not named'

/** OSV-Scanner names what is affected by a package URL without a version; what no component has stays as it is named. */
function componentsNamed(ref: string, components: readonly z.output<typeof Component>[]): string[] {
  const found = components.flatMap(({ purl, 'bom-ref': own }, i) =>
    purl !== undefined && purl.replace(/@[^@/]*$/, '') === ref ? [own ?? `#${i}`] : [],
  )
  return found.length > 0 ? found : [ref]
}

/** The reference inside a BOM-Link (`urn:cdx:serial/version#ref`). */
const componentOf = (ref: string): string => (ref.startsWith('urn:cdx:') ? (ref.split('#')[1] ?? ref) : ref)

const PURL = /^pkg:([\w.+-]+)\/([^@?#]+)(?:@([^?#]+))?/
const ECOSYSTEMS: Readonly<Record<string, string>> = { pypi: 'PyPI', npm: 'npm', conda: 'conda' }

function packageOf({ purl, name, version }: z.output<typeof Component>): Omit<ReportedPackage, 'vulnerabilities'> {
  const [, type = 'unknown', full, exact] = PURL.exec(purl ?? '') ?? []
  const ecosystem = ECOSYSTEMS[type] ?? type
  const written = full === undefined ? name : full.replaceAll('%40', '@')
  return {
    ecosystem,
    name: ecosystem === 'PyPI' ? packageName(written) : written,
    version: version ?? exact ?? 'of unknown version',
  }
}

function vulnerability({ id, references, ratings }: z.output<typeof Vuln>): Vulnerability {
  const ids = orderIds([...(id === undefined ? [] : [id]), ...references.map(reference => reference.id)])
  const severity = worstSeverity(
    ratings.map(({ severity: word, score, vector }) => {
      const told = severityOfWord(word)
      return told === 'unknown' ? severityOfScore(score ?? cvss(vector ?? '') ?? Number.NaN) : told
    }),
  )
  return {
    ids: ids.length > 0 ? ids : ['without an id'],
    severity: ids.some(each => each.startsWith('MAL-')) ? 'critical' : severity,
  }
}
