import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import type { RemoteConfig } from '../../core/dvc/remote-config.ts'
import { UserError } from '../../core/user-error.ts'
import { fileError, systemCode } from '../../files/file-error.ts'
import { inParallel } from './in-parallel.ts'
import type { DvcRemote } from './remote.ts'

const AT_ONCE = 16

/** A folder of this machine, or one that is mounted. A relative url is relative to `.dvc`, as DVC has it. */
export function folderRemote({ name, url, versions }: RemoteConfig, root: string): DvcRemote {
  const path = url.replace(/^file:\/\//, '')
  const folder = isAbsolute(path) ? path : resolve(root, '.dvc', path)
  const sizeOf = async (key: string) => {
    try {
      const found = await stat(join(folder, key))
      return found.isFile() ? found.size : undefined
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return undefined
      throw fileError(`${url}/${key}`, 'read', cause)
    }
  }
  const present = async () => {
    const there = await stat(folder).then(
      found => found.isDirectory(),
      () => false,
    )
    if (!there)
      throw new UserError('dvc.remote-gone', `Expected the DVC remote ${name} at ${url} but there is no such folder`, {
        hint: 'Mount it, or push to it once: dvc push',
        kind: 'environment',
      })
  }
  return {
    name,
    url,
    versions,
    pinned: ({ key }) => `${url}/${key}`,
    async sizes(objects, progress) {
      await present()
      return inParallel(objects, AT_ONCE, ({ key }) => sizeOf(key), progress)
    },
    async read({ key }, from) {
      await present()
      if ((await sizeOf(key)) === undefined) return undefined
      return { from, bytes: createReadStream(join(folder, key), { start: from }) }
    },
  }
}
