import type { DependencyFile } from './dependency-file.ts'

/** Whether two files declare the same packages at the same versions, and any at all: one is the other under another name. */
export function samePackages(a: DependencyFile, b: DependencyFile): boolean {
  const [ours, theirs] = [packagesOf(a), packagesOf(b)]
  return ours.size > 0 && ours.size === theirs.size && ours.isSubsetOf(theirs)
}

const packagesOf = (file: DependencyFile): ReadonlySet<string> =>
  new Set(
    'declared' in file
      ? file.declared.requirements.map(({ ecosystem, name, version, range }) =>
          JSON.stringify([ecosystem, name, version, range]),
        )
      : [],
  )
