import { type DependencyFile, declaresDependencies } from '../core/security/dependencies/dependency-file.ts'
import { samePackages } from '../core/security/dependencies/same-packages.ts'
import { UserError } from '../core/user-error.ts'
import type { BaseFiles, FileScans, Files } from '../ports.ts'
import { followIncludes } from './follow-includes.ts'

/** Files of the base branch that are compared with those of the pull request that it does not have. */
const MAX_RENAMED = 50

/**
 * The same files as they stand on the base branch, and what they include; those that it does not have are left out, but for one that
 * has only been given another name: that one is there under its new name.
 */
export async function readBaseDependencies(
  files: readonly DependencyFile[],
  base: BaseFiles,
  scans: Pick<FileScans, 'readDependencies'>,
  here: Pick<Files, 'exists'>,
): Promise<DependencyFile[]> {
  const found: DependencyFile[] = []
  const added: DependencyFile[] = []
  for (const file of files) {
    const text = await base.readText(file.path)
    if (text === undefined && 'declared' in file) added.push(file)
    const then = text === undefined ? undefined : await scans.readDependencies(file.path, text, 'named')
    if (then) found.push(then)
  }
  const removed = added.length > 0 ? await removedFiles() : []
  for (const file of added) {
    const before = removed.find(each => samePackages(each, file))
    if (before) found.push({ ...before, path: file.path })
  }
  return (await followIncludes(found, { readText, digest }, scans)).files

  /** What declares dependencies on the base branch and is no longer there. */
  async function removedFiles(): Promise<DependencyFile[]> {
    const gone: DependencyFile[] = []
    for (const path of await namesOnBase()) {
      if (gone.length === MAX_RENAMED) break
      if (!declaresDependencies(path) || (await here.exists(path))) continue
      const text = await base.readText(path)
      const file = text === undefined ? undefined : await scans.readDependencies(path, text, 'named')
      if (file) gone.push(file)
    }
    return gone
  }

  /** Where the base cannot be listed, a file of another name is a new one. */
  async function namesOnBase(): Promise<string[]> {
    try {
      return await base.list()
    } catch (error) {
      if (error instanceof UserError) return []
      throw error
    }
  }

  async function readText(path: string): Promise<string> {
    const text = await base.readText(path)
    if (text !== undefined) return text
    throw new UserError('file.missing', `Expected ${path} on the base branch but found none`, { file: path })
  }
}

/** What is read of the base is no material: the evidence is about the files as they are. */
const digest = async () => ({ sha256: '', bytes: 0 })
