import type { SecurityResult } from '../../core/security/result.ts'
import { analysisOf } from './analysis.ts'
import type { Analysis, Component, Vulnerability } from './bom.ts'

/** purl types by OSV's name of the ecosystem (github.com/package-url/purl-spec, PURL-TYPES). */
const PURL_TYPES: Readonly<Record<string, string>> = { PyPI: 'pypi', npm: 'npm', conda: 'conda', Conda: 'conda' }

/** The libraries that the evidence names: those with an exact version, those without, and those that another tool has reported on. */
export function libraries({ packages = [], dependencies, vulnerabilities }: SecurityResult): Component[] {
  const found = new Map<string, Component>()
  for (const { ecosystem, name, version } of [...packages, ...vulnerabilities]) {
    const ref = libraryRef(ecosystem, name, version)
    const purl = purlOf(ecosystem, name, version)
    found.set(ref, { type: 'library', 'bom-ref': ref, name, version, ...(purl !== undefined && { purl }) })
  }
  for (const { name, requirement, file, line } of dependencies) {
    const ref = `requirement:${file}:${line}:${name}`
    const properties = [
      { name: 'proofmark:requirement', value: requirement },
      { name: 'proofmark:declared-in', value: `${file}:${line}` },
    ]
    found.set(ref, { type: 'library', 'bom-ref': ref, name, properties })
  }
  return [...found.values()]
}

/** Known vulnerabilities of them: what a waiver says of each, else it stands as in triage. */
export function vulnerabilitiesOf({ vulnerabilities }: SecurityResult): Vulnerability[] {
  const found = new Map<string, Vulnerability>()
  for (const { ecosystem, name, version, source, file, line, vulnerabilities: known } of vulnerabilities)
    for (const { ids, severity, fixed, waiver } of known) {
      const [id = 'unknown', ...aliases] = ids
      const affected = libraryRef(ecosystem, name, version)
      const analysis = analysisOf(waiver, `${file}${line === undefined ? '' : `:${line}`} has ${name} ${version}`)
      const ref = `vulnerability:${id}:${affected}`
      found.set(ref, {
        'bom-ref': ref,
        id,
        source: { name: source },
        ...(aliases.length > 0 && {
          references: [...new Set(aliases)].map(alias => ({ id: alias, source: { name: source } })),
        }),
        ratings: [{ severity }],
        ...(fixed !== undefined && { recommendation: `Update ${name} to ${fixed} or later` }),
        analysis,
        affects: [{ ref: affected, versions: [{ version, status: isAffected(analysis) ? 'affected' : 'unaffected' }] }],
      })
    }
  return [...found.values()]
}

const isAffected = ({ state }: Analysis) => state !== 'not_affected' && state !== 'false_positive'

const libraryRef = (ecosystem: string, name: string, version: string) => `library:${ecosystem}:${name}@${version}`

function purlOf(ecosystem: string, name: string, version: string): string | undefined {
  const type = PURL_TYPES[ecosystem]
  if (type === undefined) return undefined
  const plain = type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : name
  return `pkg:${type}/${plain.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`
}
