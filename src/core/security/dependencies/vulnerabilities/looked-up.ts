import { CONDA_NAMES } from '../conda-names.ts'
import type { Requirement } from '../manifest.ts'
import { packageName } from '../package-name.ts'
import { publicVersion } from '../versions/public-version.ts'
import type { PackageVersion } from './package-version.ts'

/** What is asked of advisories about a requirement: its version, or any where it allows a range; undefined where no advisories are kept. */
export function lookedUp({ ecosystem, name, version, range }: Requirement): PackageVersion | undefined {
  if (version === undefined && range === undefined) return undefined
  switch (ecosystem) {
    case 'PyPI':
      return { ecosystem, name, ...(version === undefined ? {} : { version: publicVersion(version) }) }
    case 'npm':
      return { ecosystem, name, ...(version === undefined ? {} : { version }) }
    case 'conda':
      return version === undefined
        ? undefined
        : { ecosystem: 'PyPI', name: nameOnPyPI(name), version: publicVersion(version) }
    default:
      return undefined
  }
}

/** `constructor` is a package of conda, and a member of every object. */
const nameOnPyPI = (name: string) =>
  (Object.hasOwn(CONDA_NAMES, name) ? CONDA_NAMES[name] : undefined) ?? packageName(name)

/** One text per package and version. */
export const keyOf = ({ ecosystem, name, version = '' }: PackageVersion): string => `${ecosystem} ${name} ${version}`
