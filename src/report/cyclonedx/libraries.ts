import type { SecurityResult } from '../../core/security/result.ts'
import type { Component, Vulnerability } from './bom.ts'

/** purl types by OSV's name of the ecosystem (github.com/package-url/purl-spec, PURL-TYPES). */
const PURL_TYPES: Readonly<Record<string, string>> = { PyPI: 'pypi', npm: 'npm', conda: 'conda', Conda: 'conda' }

/** The libraries that the evidence names: those without an exact version, and those with known vulnerabilities. It does not list the others. */
export function libraries({ dependencies, vulnerabilities }: SecurityResult): Component[] {
  const found = new Map<string, Component>()
  for (const { ecosystem, name, version } of vulnerabilities) {
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

/** Known vulnerabilities of them. Nobody has said yet whether they can be reached: each stands as in triage. */
export function vulnerabilitiesOf({ vulnerabilities }: SecurityResult): Vulnerability[] {
  const found = new Map<string, Vulnerability>()
  for (const { ecosystem, name, version, source, file, line, vulnerabilities: known } of vulnerabilities)
    for (const { ids, severity, fixed } of known) {
      const [id = 'unknown', ...aliases] = ids
      const affected = libraryRef(ecosystem, name, version)
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
        analysis: {
          state: 'in_triage',
          detail: `${file}${line === undefined ? '' : `:${line}`} has ${name} ${version}`,
        },
        affects: [{ ref: affected, versions: [{ version, status: 'affected' }] }],
      })
    }
  return [...found.values()]
}

const libraryRef = (ecosystem: string, name: string, version: string) => `library:${ecosystem}:${name}@${version}`

function purlOf(ecosystem: string, name: string, version: string): string | undefined {
  const type = PURL_TYPES[ecosystem]
  if (type === undefined) return undefined
  const plain = type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : name
  return `pkg:${type}/${plain.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`
}
