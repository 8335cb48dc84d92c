import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../../files/file-error.ts'

const DAY = 24 * 3600 * 1000

export interface PruneLimits {
  /** All files together may have so many bytes. */
  readonly bytes: number
  /** Milliseconds that a file is kept without being used. */
  readonly age: number
  /** Milliseconds for which a file that was used is left alone whatever its size: somebody may be reading it. */
  readonly rest: number
}

const USUAL: PruneLimits = { bytes: 20 * 1024 ** 3, age: 30 * DAY, rest: DAY }

/** Deletes what has not been used for long, then the longest unused until the rest is small enough; never `kept`, nor what was used today. */
export async function prune(
  folder: string,
  kept: string,
  limits: PruneLimits = USUAL,
  now = Date.now(),
): Promise<void> {
  const files = await filesIn(folder)
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  for (const file of files.toSorted((a, b) => a.used - b.used)) {
    const unused = now - file.used
    if (file.path === kept || unused < limits.rest || (unused < limits.age && bytes <= limits.bytes)) continue
    await rm(file.path, { force: true })
    bytes -= file.bytes
  }
}

/** Every file of the cache: what is kept, what is known, and what a process that died was fetching. */
async function filesIn(folder: string) {
  const files: { path: string; bytes: number; used: number }[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    try {
      const { size, mtimeMs } = await stat(path)
      files.push({ path, bytes: size, used: mtimeMs })
    } catch (cause) {
      // Another process was faster.
      if (systemCode(cause) !== 'ENOENT') throw cause
    }
  }
  return files
}
