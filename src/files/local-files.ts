import { readFile, stat } from 'node:fs/promises'
import { UserError } from '../core/user-error.ts'
import type { FileDigest, Files } from '../ports.ts'
import { fileError, systemCode } from './file-error.ts'
import { findFile, type Whereabouts } from './find-file.ts'
import { hashFile } from './hash-file.ts'
import { listFiles } from './list-files.ts'
import { type Located, locate } from './locate.ts'
import { regularFile } from './regular-file.ts'
import { removeFile } from './remove-file.ts'
import { textGuard } from './text-guard.ts'
import { writeFile } from './write-file.ts'

const NOT_THERE: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR'])

/** The files of this machine, by path relative to `root`, the absolute path of the settings' folder; and those kept elsewhere, by address. */
export function localFiles(root: string, sources?: Whereabouts['sources']): Files {
  const here: Whereabouts = { root, sources }
  const digests = new Map<string, Promise<FileDigest>>()

  return {
    read: async (path, options) => read(await findFile(here, path), options?.maxBytes),

    async readText(path, options) {
      const located = await findFile(here, path)
      const guard = textGuard(located.name)
      const text = guard.next(await read(located, options?.maxBytes))
      guard.end()
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
    },

    async exists(path) {
      const elsewhere = await sources?.list(path)
      if (elsewhere) return elsewhere.length > 0
      const { name, absolute } = locate(root, path)
      try {
        await stat(absolute)
        return true
      } catch (cause) {
        if (NOT_THERE.has(systemCode(cause))) return false
        throw fileError(name, 'read', cause)
      }
    },

    list: (paths, options) => listFiles(here, paths, options?.leftOut),

    async digest(path, options) {
      const located = await findFile(here, path)
      const known = digests.get(located.absolute)
      if (known) return known
      const digest = hash(located, options?.progress)
      digests.set(located.absolute, digest)
      return digest
    },

    async write(path, content, options) {
      const located = locate(root, path)
      digests.delete(located.absolute)
      await writeFile(root, located, content, options?.secret === true)
    },

    async remove(path) {
      const located = locate(root, path)
      digests.delete(located.absolute)
      await removeFile(root, located)
    },
  }

  async function read(located: Located, maxBytes = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
    refuseLarger(located, (await regularFile(root, located)).size, maxBytes)
    try {
      const content = await readFile(located.absolute)
      refuseLarger(located, content.length, maxBytes)
      return content
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
  }

  async function hash(located: Located, progress: ((bytes: number) => void) | undefined): Promise<FileDigest> {
    const { size } = await regularFile(root, located)
    try {
      return await hashFile(located.absolute, size, progress)
    } catch (cause) {
      throw fileError(located.name, 'read', cause)
    }
  }
}

function refuseLarger({ name }: Located, bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return
  throw new UserError('file.too-large', `Expected ${name} to have at most ${maxBytes} bytes but it has ${bytes}`, {
    file: name,
    hint: 'Is it the right file?',
  })
}
