import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ignored } from '../core/dvc/ignore.ts'
import { fileError } from '../files/file-error.ts'

/** Files below a folder as DVC sees them: what `.dvcignore` names is left out, links to files are followed, links to folders are not. Pipes and devices are no files. */
export async function listFolder(root: string, folder: string, ignored: Ignored): Promise<string[]> {
  const files: string[] = []
  await visit('')
  return files

  async function visit(below: string): Promise<void> {
    const here = below === '' ? folder : `${folder}/${below}`
    const entries = await readdir(join(root, here), { withFileTypes: true }).catch((cause: unknown) => {
      throw fileError(here, 'read', cause)
    })
    for (const entry of entries) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      const isFolder = entry.isDirectory()
      if (ignored(`${folder}/${name}`, isFolder)) continue
      if (isFolder) await visit(name)
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(root, folder, name))))) files.push(name)
    }
  }
}

const isFile = (path: string) =>
  stat(path).then(
    found => found.isFile(),
    // A link to nothing is listed, and then found missing.
    () => true,
  )
