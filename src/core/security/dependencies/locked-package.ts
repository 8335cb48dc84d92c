import type { Requirement } from './manifest.ts'
import { packageName } from './package-name.ts'

interface Locked {
  readonly name: string
  readonly version?: string | undefined
  /** Commit, where it is taken from a repository. */
  readonly commit?: string | undefined
}

/** A Python package as a lock file holds it: pinned by the version, or by a commit. */
export function lockedPackage({ name, version, commit }: Locked, line: number): Requirement {
  const at = commit === undefined ? '' : ` @${commit}`
  return {
    ecosystem: 'PyPI',
    name: packageName(name),
    ...(version === undefined ? {} : { version }),
    line,
    requirement: version === undefined ? `${name}${at}` : `${name}==${version}${at}`,
    pinned: version !== undefined || /^[0-9a-f]{40}$/.test(commit ?? ''),
  }
}
