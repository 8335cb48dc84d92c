import type { VersionedData, VersionedObject } from '../ports/versioned-data.ts'
import type { StoredObject } from './answers.ts'
import { lakefsClient } from './client.ts'
import { connectionFrom, type Environment } from './connection.ts'

/** Commits, and listings, that are remembered: what a commit holds never changes. */
const MOST_REMEMBERED = 200

/** lakeFS as who answers its hooks reads it; what stands at a commit is asked once. */
export function versionedData(environment: Environment): VersionedData {
  const client = lakefsClient(connectionFrom(environment))
  const trees = new Map<string, Promise<string>>()
  const listings = new Map<string, Promise<readonly VersionedObject[]>>()
  return {
    tree: (repository, commit) =>
      once(trees, `${repository}/${commit}`, async () => (await client.commit(repository, commit)).meta_range_id),
    objects: (repository, commit, prefix) =>
      once(listings, `${repository}/${commit}/${prefix}`, async () =>
        (await client.list(repository, commit, prefix)).map(identified),
      ),
  }
}

const identified = ({ path, physical_address, checksum, size_bytes }: StoredObject): VersionedObject => ({
  path,
  identity: JSON.stringify([physical_address, checksum, size_bytes]),
})

function once<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const there = known.get(key)
  if (there) return there
  if (known.size >= MOST_REMEMBERED) known.clear()
  const value = make()
  known.set(key, value)
  value.catch(() => known.delete(key))
  return value
}
