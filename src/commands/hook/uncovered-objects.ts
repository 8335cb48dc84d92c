import { type CertifiedData, certificateName } from '../../core/record/hook/certified-data.ts'
import { UserError } from '../../core/user-error.ts'
import type { VersionedData } from '../../ports/versioned-data.ts'

/** Objects that are named in an answer. */
const SHOWN = 3

/**
 * Whether every object below some prefixes, at a commit, is one that was certified: stored at the same place, with the same checksum and
 * size, as the object of its path in a commit that a certificate names. Bytes that were uploaded again are another object.
 */
export async function uncoveredObjects(
  valid: readonly CertifiedData[],
  repository: string,
  commit: string,
  prefixes: readonly string[],
  data: VersionedData | undefined,
): Promise<{ covered: boolean; reason: string }> {
  if (!data)
    throw new UserError(
      'hook.lakefs',
      'Expected to be able to ask lakeFS for the objects below --path but found no access key',
      {
        kind: 'environment',
        hint: 'Set LAKEFS_ENDPOINT, LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY',
      },
    )
  const below = prefixes.map(prefix => `lakefs://${repository}/${commit.slice(0, 12)}/${prefix}`).join(', ')
  const commits = new Map<string, Map<string, CertifiedData>>()
  for (const certificate of valid)
    for (const object of certificate.objects.filter(each => each.repository === repository)) {
      const known = commits.get(object.path) ?? new Map<string, CertifiedData>()
      commits.set(object.path, known.set(object.commit, certificate))
    }
  const listed = new Map<string, Promise<ReadonlyMap<string, string>>>()
  const uncovered: string[] = []
  const by = new Set<string>()
  let count = 0
  for (const prefix of prefixes)
    for (const { path, identity } of await data.objects(repository, commit, prefix)) {
      count++
      const certificate = await certifying(prefix, path, identity)
      if (certificate) by.add(certificateName(certificate))
      else uncovered.push(path)
    }
  if (count === 0)
    return { covered: false, reason: `Expected objects below ${below} but found none: nothing can be covered` }
  if (uncovered.length === 0)
    return { covered: true, reason: `All ${count} objects below ${below} are covered by ${[...by].join(', ')}` }
  const shown = uncovered.slice(0, SHOWN).join(', ')
  const more = uncovered.length > SHOWN ? ` and ${uncovered.length - SHOWN} more` : ''
  return {
    covered: false,
    reason: `Expected every object below ${below} to be certified but found ${uncovered.length} of ${count} that are not: ${shown}${more}. Run the gate on them and try again`,
  }

  async function certifying(prefix: string, path: string, identity: string): Promise<CertifiedData | undefined> {
    for (const [commit, certificate] of commits.get(path) ?? [])
      if ((await identities(commit, prefix)).get(path) === identity) return certificate
    return undefined
  }

  function identities(commit: string, prefix: string): Promise<ReadonlyMap<string, string>> {
    const key = `${commit}/${prefix}`
    const known = listed.get(key) ?? list(commit, prefix)
    listed.set(key, known)
    return known
  }

  async function list(commit: string, prefix: string) {
    const objects = (await data?.objects(repository, commit, prefix)) ?? []
    return new Map(objects.map(({ path, identity }) => [path, identity]))
  }
}
