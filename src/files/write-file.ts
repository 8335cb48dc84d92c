import { randomUUID } from 'node:crypto'
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileError } from './file-error.ts'
import { type Located, locate, refuseLinkOutside } from './locate.ts'

/** Writes the whole file or nothing: a reader sees the old content or the new, never a part. */
export async function writeFile(
  root: string,
  target: Located,
  content: string | Uint8Array,
  secret: boolean,
): Promise<void> {
  const folder = dirname(target.absolute)
  const temporary = join(folder, `.${randomUUID()}.tmp`)
  try {
    await refuseLinkOutside(root, locate(root, await existing(folder)))
    await mkdir(folder, { recursive: true })
    const file = await open(temporary, 'wx', secret ? 0o600 : 0o666)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target.absolute)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {})
    throw fileError(target.name, 'write', cause)
  }
}

/** The folder itself or the nearest above it that is there. */
async function existing(folder: string): Promise<string> {
  try {
    await realpath(folder)
    return folder
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : existing(above)
  }
}
