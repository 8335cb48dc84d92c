import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../core/user-error.ts'
import { systemCode } from '../../files/file-error.ts'
import { hashFile } from '../../files/hash-file.ts'

/** SHA-256 of every file below a folder, by path; none where there is no such folder. A link is refused: its bytes are elsewhere. */
export async function storedFiles(folder: string, name: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  await walk('')
  return files

  async function walk(below: string): Promise<void> {
    for (const entry of await entries(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) await walk(path)
      else if (entry.isFile()) files.set(path, (await digest(join(folder, path))).sha256)
      else
        throw new UserError('promotion.not-a-file', `Expected files only at ${name} but ${path} is none`, {
          hint: 'Remove the link or device; a certified model is made of files',
        })
    }
  }
}

const digest = async (path: string) => hashFile(path, (await lstat(path)).size)

async function entries(path: string) {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}
