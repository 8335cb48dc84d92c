import type { DependencyFile } from '../dependency-file.ts'
import type { Requirement } from '../manifest.ts'
import { packageName } from '../package-name.ts'
import type { Vulnerability } from './vulnerability.ts'

interface Package {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
}

/** The vulnerabilities that a pull request finds there, because its base branch has them. */
export interface Standing {
  /** Whether the base's own version of the file has it; of another tool's report, whether any file there has this version of the package. */
  has(file: string, found: Package, vulnerability: Vulnerability, isReported: boolean): boolean
}

/** Where there is no base, everything is new. */
export const NOTHING_STANDS: Standing = { has: () => false }

/** What stands by the dependency files of the base, and by what is known of the versions they name. */
export function standing(
  files: readonly DependencyFile[],
  knownOf: (requirement: Requirement) => readonly Vulnerability[],
): Standing {
  const ids = new Set<string>()
  const versions = new Set<string>()
  for (const file of files) {
    if ('reported' in file) for (const each of file.reported) note(file.path, each, each.vulnerabilities)
    if (!('declared' in file)) continue
    for (const requirement of file.declared.requirements) {
      const { ecosystem, name, version } = requirement
      if (ecosystem === undefined || version === undefined) continue
      versions.add(`${keyOf({ ecosystem, name })}@${version}`)
      note(file.path, { ecosystem, name }, knownOf(requirement))
    }
  }
  return {
    has: (file, found, vulnerability, isReported) =>
      vulnerability.ids.some(id => ids.has(`${file}\0${keyOf(found)}\0${id}`)) ||
      (isReported && versions.has(`${keyOf(found)}@${found.version}`)),
  }

  function note(file: string, of: Omit<Package, 'version'>, vulnerabilities: readonly Vulnerability[]): void {
    for (const id of vulnerabilities.flatMap(each => each.ids)) ids.add(`${file}\0${keyOf(of)}\0${id}`)
  }
}

const keyOf = ({ ecosystem, name }: Omit<Package, 'version'>) =>
  `${ecosystem} ${ecosystem === 'PyPI' ? packageName(name) : name}`
