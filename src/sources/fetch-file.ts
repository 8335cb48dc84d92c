import { rm } from 'node:fs/promises'
import { UserError } from '../core/user-error.ts'
import type { RemoteFile } from '../ports/source.ts'
import { type Cache, cache, type Digests } from './cache/cache.ts'
import { cacheFolder } from './cache/cache-folder.ts'
import { digestsOf } from './cache/digests-of.ts'
import { download } from './download.ts'
import type { SourceWorld } from './source-kind.ts'

/**
 * Where a file lies on this machine, absolute: where it was, in the cache, or fetched into it. Other bytes than those that were promised
 * are refused, wherever they lie.
 */
export async function fetchFile(file: RemoteFile, world: SourceWorld): Promise<string> {
  if (file.here !== undefined) {
    if (file.digest !== undefined) refuseOther(file, await digestsOf(file.here))
    return file.here
  }
  const kept = cache(cacheFolder(world.environment))
  return (await inCache(file, kept)) ?? (await fetched(file, kept, world))
}

async function inCache({ digest, identity }: RemoteFile, kept: Cache): Promise<string | undefined> {
  const sha256 = digest?.sha256 ?? (identity === undefined ? undefined : await kept.known(identity))
  return sha256 === undefined ? undefined : kept.find({ ...digest, sha256 })
}

async function fetched(file: RemoteFile, kept: Cache, world: SourceWorld): Promise<string> {
  const space = await kept.space()
  try {
    const digests = await download(file, space, world)
    refuseOther(file, digests)
    return await kept.keep(space, digests, file.identity)
  } catch (error) {
    await rm(space, { force: true })
    throw error
  }
}

function refuseOther({ name, digest }: RemoteFile, actual: Digests): void {
  for (const kind of ['sha256', 'md5'] as const) {
    const expected = digest?.[kind]
    if (expected === undefined || expected === actual[kind]) continue
    throw new UserError(
      'source.digest',
      `Expected ${name} to have the ${kind} ${expected} but it has ${actual[kind]}`,
      {
        file: name,
        hint: 'Find out who changed it; to accept the new bytes, name their digest',
      },
    )
  }
}
