import { matchNames } from '../../core/record/model/match-names.ts'
import type { PlacedModel } from '../../ports/promotion-target.ts'
import type { Registry, RegistryVersion } from './registry.ts'
import { TAGS } from './tags.ts'
import type { AliasName } from './target-name.ts'
import { versionFiles } from './version-files.ts'

/** Versions that are looked at for the names and sizes of their files, the newest. */
const LOOKED_AT = 10

/** A version, and the SHA-256 of its files by certified name, as they were read this moment. */
export interface HashedVersion {
  readonly version: string
  readonly files: ReadonlyMap<string, string>
}

/**
 * The version that holds exactly the bytes of a certified model: one that a promotion tagged so, one that the certificate's files are
 * named for (`models:/credit/7/…`), or one of the newest whose files have the same names and sizes. What is found is hashed; a tag
 * alone counts for nothing. Undefined where none does.
 */
export async function findVersion(
  model: PlacedModel,
  { model: name }: AliasName,
  registry: Registry,
): Promise<HashedVersion | undefined> {
  const seen = new Set<string>()
  const tagged = await registry.versions(LOOKED_AT, { key: TAGS.modelId, value: model.id })
  for (const one of tagged) {
    const found = await holding(one)
    if (found) return found
  }
  const named = namedVersion(model, name)
  const one = named === undefined ? undefined : await registry.version(named)
  const certified = one && (await holding(one))
  if (certified) return certified
  for (const one of await registry.versions(LOOKED_AT)) {
    const found = seen.has(one.version) ? undefined : await holding(one)
    if (found) return found
  }
  return undefined

  async function holding({ version }: RegistryVersion): Promise<HashedVersion | undefined> {
    seen.add(version)
    const listed = await registry.files(version)
    const { pairs, extra, missing } = matchNames(
      model.files.map(file => file.name),
      listed.map(({ path }) => path),
    )
    if (extra.length + missing.length > 0) return undefined
    const sizes = new Map(listed.map(({ path, bytes }) => [path, bytes]))
    const sized = model.files.every(file => {
      const bytes = sizes.get(pairs.get(file.name) ?? '')
      return bytes === undefined || bytes === file.bytes
    })
    if (!sized) return undefined
    const files = await versionFiles(
      version,
      model.files.map(file => file.name),
      registry,
    )
    return model.files.every(file => files.get(file.name) === file.sha256) ? { version, files } : undefined
  }
}

/** The version of this registered model that a certificate names its files for. */
function namedVersion({ files }: PlacedModel, name: string): string | undefined {
  const versions = new Set(
    files.map(file => /^models:\/([^/@]+)\/([1-9]\d*)(?:\/|$)/.exec(file.name)?.slice(1).join('/')),
  )
  const [only] = versions
  return versions.size === 1 && only?.startsWith(`${name}/`) ? only.slice(name.length + 1) : undefined
}
