import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../core/user-error.ts'
import { fileError, systemCode } from '../../files/file-error.ts'
import { digestsOf } from './digests-of.ts'
import { isFile } from './is-file.ts'
import { prune } from './prune.ts'

/** What bytes are known by, lower-case hexadecimal. */
export interface Digests {
  readonly sha256: string
  readonly md5: string
}

/** Fetched files by their SHA-256, for several processes at once: a file appears in its place whole, and never changes there. */
export interface Cache {
  /** The SHA-256 of what an identity stood for when it was fetched. */
  known(identity: string): Promise<string | undefined>
  /** The path of a file that has these digests now; one that has become another is removed. */
  find(expected: Partial<Digests> & { readonly sha256: string }): Promise<string | undefined>
  /** A path, of no file yet, to fetch to. */
  space(): Promise<string>
  /** Puts what was fetched in its place; gives the path. */
  keep(fetched: string, digests: Digests, identity: string | undefined): Promise<string>
}

const Known = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export function cache(folder: string): Cache {
  const placeOf = (sha256: string) => join(folder, 'sha256', sha256.slice(0, 2), sha256)
  const noteOf = (identity: string) => join(folder, 'known', createHash('sha256').update(identity).digest('hex'))

  return {
    async known(identity) {
      try {
        return Known.parse(JSON.parse(await readFile(noteOf(identity), 'utf8'))).sha256
      } catch {
        // A note that is not there, or is none, is one that nobody has written: the file is fetched.
        return undefined
      }
    },

    async find(expected) {
      const path = placeOf(expected.sha256)
      if (!(await isFile(path))) return undefined
      const { sha256, md5 } = await digestsOf(path)
      if (sha256 === expected.sha256) {
        if (expected.md5 !== undefined && expected.md5 !== md5) return undefined
        await touch(path)
        return path
      }
      await rm(path, { force: true })
      return undefined
    },

    space: () =>
      writing(async () => {
        const path = join(folder, 'fetching', randomUUID())
        await mkdir(dirname(path), { recursive: true })
        return path
      }),

    keep: (fetched, { sha256 }, identity) =>
      writing(async () => {
        const path = placeOf(sha256)
        await mkdir(dirname(path), { recursive: true })
        await rename(fetched, path)
        if (identity !== undefined) {
          const note = `${fetched}.known`
          await mkdir(join(folder, 'known'), { recursive: true })
          await writeFile(note, JSON.stringify({ sha256 }), { flag: 'wx' })
          await rename(note, noteOf(identity))
        }
        await prune(folder, path)
        return path
      }),
  }

  async function writing<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work()
    } catch (cause) {
      throw cacheFault(folder, cause)
    }
  }
}

/** A file that was used is kept longer; a cache that may only be read is used all the same. */
async function touch(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch((cause: unknown) => {
    if (systemCode(cause) === undefined) throw cause
  })
}

/** The cache cannot be written, for the reader who never heard of it. */
export function cacheFault(folder: string, cause: unknown): unknown {
  const code = systemCode(cause)
  if (cause instanceof UserError || code === undefined) return cause
  const error = fileError(folder, 'write', cause)
  return new UserError(
    'cache.unwritable',
    error instanceof UserError ? error.message : `Expected to write ${folder} but the system said ${code}`,
    {
      kind: 'environment',
      hint: 'It keeps files that are fetched: name another folder, with room, in PROOFMARK_CACHE',
      cause,
    },
  )
}
