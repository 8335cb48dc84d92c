import type { DependencyFile } from '../core/security/dependencies/dependency-file.ts'
import { UserError } from '../core/user-error.ts'
import type { BaseFiles, FileScans } from '../ports.ts'
import { followIncludes } from './follow-includes.ts'

/** The same files as they stand on the base branch, and what they include; those that it does not have are left out. */
export async function readBaseDependencies(
  files: readonly DependencyFile[],
  base: BaseFiles,
  scans: Pick<FileScans, 'readDependencies'>,
): Promise<DependencyFile[]> {
  const found: DependencyFile[] = []
  for (const { path } of files) {
    const text = await base.readText(path)
    const file = text === undefined ? undefined : await scans.readDependencies(path, text, 'named')
    if (file) found.push(file)
  }
  return (await followIncludes(found, { readText, digest }, scans)).files

  async function readText(path: string): Promise<string> {
    const text = await base.readText(path)
    if (text !== undefined) return text
    throw new UserError('file.missing', `Expected ${path} on the base branch but found none`, { file: path })
  }
}

/** What is read of the base is no material: the evidence is about the files as they are. */
const digest = async () => ({ sha256: '', bytes: 0 })
