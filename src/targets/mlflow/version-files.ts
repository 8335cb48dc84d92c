import { matchNames } from '../../core/record/model/match-names.ts'
import type { Registry } from './registry.ts'

/**
 * SHA-256 of every file of a version, read from its store now, under the names that a certificate has for them: the folder of the version
 * stands for the folder that all certified names share. A file that no name stands for keeps its own.
 */
export async function versionFiles(
  version: string,
  certified: readonly string[],
  registry: Registry,
): Promise<ReadonlyMap<string, string>> {
  const paths = (await registry.files(version)).map(({ path }) => path)
  const { pairs, extra } = matchNames(certified, paths)
  const files = new Map<string, string>()
  for (const [name, path] of [...pairs, ...extra.map(path => [path, path] as const)])
    files.set(name, await registry.digest(version, path))
  return files
}
