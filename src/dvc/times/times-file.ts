import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from '../../files/file-error.ts'
import { prune } from '../../sources/cache/prune.ts'

/** Characters of one file: about a million entries. */
export const MAX_TIMES = 128 * 1024 * 1024
const DAY = 24 * 3600 * 1000
/** All of them together; those of folders that nobody has asked about for a month go first. */
const LIMITS = { bytes: 1024 ** 3, age: 30 * DAY, rest: DAY }

/**
 * The text of a file that this user alone can have written; undefined where it is not there, too large, a link, or somebody else's: whoever
 * may write to it could have changed data called right.
 */
export async function readOwn(path: string): Promise<string | undefined> {
  return attempted(async () => {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      return await ownText(file)
    } finally {
      await file.close()
    }
  })
}

async function ownText(file: FileHandle): Promise<string | undefined> {
  const found = await file.stat()
  const others = process.getuid !== undefined && (found.uid !== process.getuid() || (found.mode & 0o022) !== 0)
  if (!found.isFile() || others || found.size > MAX_TIMES * 2) return undefined
  const text = await file.readFile('utf8')
  // What is used is kept longer.
  const now = new Date()
  if (now.getTime() - found.mtimeMs > DAY) await attempted(() => file.utimes(now, now))
  return text
}

/** Puts a text in its place whole, whoever else writes there; where the disk does not let it, nothing is kept. */
export async function writeOwn(path: string, text: string): Promise<void> {
  const folder = dirname(path)
  const unfinished = `${path}.${randomUUID()}`
  await attempted(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      await writeFile(unfinished, text, { flag: 'wx', mode: 0o600 })
      await rename(unfinished, path)
    } finally {
      await rm(unfinished, { force: true })
    }
    await prune(folder, path, LIMITS)
  })
}

/** Times are kept for speed alone: what the system refuses is done without. */
async function attempted<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work()
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return undefined
  }
}
