import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isEngineAddress } from '../core/pushdown/engine-table.ts'
import { UserError } from '../core/user-error.ts'
import { fileError, systemCode } from './file-error.ts'
import type { Whereabouts } from './find-file.ts'
import { globPattern } from './glob-pattern.ts'
import { type Located, leaves, locate, refuseLinkOutside } from './locate.ts'
import { missingFile } from './missing-file.ts'

/** Left out of every folder: not the user's work. */
const LEFT_OUT = new Set(['.git', 'node_modules'])

/** Hears what is left out below a folder, and why. */
export type LeftOut = (name: string, reason: string) => void

/** The files that paths, folders and globs name, as names relative to the root; sorted by UTF-8 bytes, each once; `leftOut` hears what is passed over below them. */
export async function listFiles(
  { root, sources }: Whereabouts,
  paths: readonly string[],
  leftOut: LeftOut = () => {},
): Promise<string[]> {
  const names = new Set<string>()
  for (const path of paths)
    for (const name of isEngineAddress(path)
      ? [path]
      : ((await sources?.list(path)) ?? (await named(root, path, leftOut))))
      names.add(name)
  return [...names].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

async function named(root: string, path: string, leftOut: LeftOut): Promise<string[]> {
  const located = locate(root, path)
  const found = await kindOf(located)
  if (found === undefined && !path.includes('*')) throw await missingFile(located)
  const files = found === undefined ? await matches(root, located) : await below(root, located, found, leftOut)
  if (files.length > 0) return files
  throw new UserError('file.no-match', `Expected ${path} to name at least one file but it names none`, {
    file: located.name,
    hint: 'Check the spelling, and that an earlier step made the files',
  })
}

function below(root: string, located: Located, kind: 'file' | 'folder', leftOut: LeftOut): Promise<string[]> {
  return kind === 'file' ? refuseLinkOutside(root, located).then(() => [located.name]) : walk(root, located, leftOut)
}

async function matches(root: string, glob: Located): Promise<string[]> {
  const { folder, pattern } = globPattern(glob.name)
  const base = locate(root, folder)
  const kind = await kindOf(base)
  if (kind === undefined) throw await missingFile(base)
  const files = kind === 'folder' ? await walk(root, base, () => {}) : []
  return files.filter(name => pattern.test(name))
}

/** Every file below a folder. A link is followed where it stays inside the root (outside it: inside the folder), else refused. */
async function walk(
  root: string,
  folder: Located,
  leftOut: LeftOut,
  boundary = leaves(folder.name) ? folder.absolute : root,
): Promise<string[]> {
  const files: string[] = []
  await visit(folder.absolute, new Set())
  return files

  async function visit(absolute: string, above: ReadonlySet<string>): Promise<void> {
    const here = locate(root, absolute)
    const real = await realpath(absolute)
    if (above.has(real)) return
    for (const entry of await entriesOf(here)) {
      const child = locate(root, join(absolute, entry.name))
      if (LEFT_OUT.has(entry.name)) {
        leftOut(child.name, 'left out of every folder')
        continue
      }
      if (entry.isSymbolicLink()) await refuseDanglingOrOutside(child)
      const kind = entry.isSymbolicLink() ? await kindOf(child) : kindOfEntry(entry)
      if (kind === 'file') files.push(child.name)
      if (kind === undefined) leftOut(child.name, 'neither a file nor a folder')
      if (kind === 'folder') await visit(child.absolute, new Set([...above, real]))
    }
  }

  async function refuseDanglingOrOutside(link: Located): Promise<void> {
    if ((await kindOf(link)) === undefined) throw await missingFile(link)
    await refuseLinkOutside(boundary, { ...locate(boundary, link.absolute), name: link.name })
  }
}

async function entriesOf(folder: Located): Promise<Dirent[]> {
  try {
    return await readdir(folder.absolute, { withFileTypes: true })
  } catch (cause) {
    throw fileError(folder.name, 'read', cause)
  }
}

const kindOfEntry = (entry: Dirent): 'file' | 'folder' | undefined =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined

async function kindOf({ name, absolute }: Located): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file'
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}
