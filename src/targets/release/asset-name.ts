import { UserError } from '../../core/user-error.ts'

/** GitHub renames an asset that has any other character (REST reference, "Upload a release asset"). */
const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/

/**
 * The assets' names for files of a model: assets lie in one folder, so a slash becomes two hyphens. A name that GitHub would change, or
 * that two files would share, is refused: `SHA256SUMS` says which file is which.
 */
export function assetNames(names: readonly string[], taken: readonly string[]): ReadonlyMap<string, string> {
  const assets = new Map<string, string>()
  const used = new Set(taken)
  for (const name of names) {
    const asset = name.replaceAll('/', '--')
    if (!PLAIN.test(asset) || used.has(asset))
      throw new UserError(
        'promotion.asset-name',
        `Expected file names that GitHub keeps for release assets but found '${name}'`,
        { hint: 'Rename the file, or publish the record alone: release:TAG?record' },
      )
    used.add(asset)
    assets.set(name, asset)
  }
  return assets
}
