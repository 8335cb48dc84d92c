import type { Material } from '../core/evidence.ts'
import { constrain } from '../core/security/dependencies/constrain.ts'
import type { DependencyFile } from '../core/security/dependencies/dependency-file.ts'
import type { Include, Requirement } from '../core/security/dependencies/manifest.ts'
import { resolveInclude } from '../core/security/dependencies/resolve-include.ts'
import { UserError } from '../core/user-error.ts'
import type { FileScans, Files } from '../ports.ts'

/** Longest included file that is read, in bytes, and how many of them. */
const MAX_TEXT = 5 * 1024 * 1024
const MAX_FILES = 200

export interface Followed {
  /** What was scanned and what it includes, each file once. */
  readonly files: DependencyFile[]
  /** Files that were read besides those scanned. */
  readonly materials: Material[]
}

/** Reads what requirements files include (`-r`) and applies the versions that constraint files (`-c`) settle. */
export async function followIncludes(
  scanned: readonly DependencyFile[],
  files: Pick<Files, 'readText' | 'digest'>,
  scans: Pick<FileScans, 'readDependencies'>,
): Promise<Followed> {
  const found = new Map<string, DependencyFile>(scanned.map(file => [file.path, file]))
  const texts = new Map<string, DependencyFile>()
  const inherited = new Map<string, readonly Requirement[]>()
  const materials: Material[] = []
  for (const [path, file] of found) {
    if (!('declared' in file)) continue
    const { requirements, includes } = file.declared
    const settled = [...(inherited.get(path) ?? []), ...(await constraintsOf(path, includes))]
    found.set(path, { path, declared: { requirements: constrain(requirements, settled), includes } })
    for (const include of includes.filter(({ constraint }) => !constraint)) {
      const included = await read(path, include)
      if (found.has(included.path)) continue
      found.set(included.path, included)
      inherited.set(included.path, settled)
    }
  }
  return { files: [...found.values()], materials }

  /** What a file's constraints settle, and theirs. One that cannot be read is told of, and settles nothing. */
  async function constraintsOf(path: string, includes: readonly Include[]): Promise<Requirement[]> {
    const settled: Requirement[] = []
    const open = includes.filter(({ constraint }) => constraint).map(include => ({ from: path, include }))
    const seen = new Set<string>()
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { from, include } = next
      const file = await read(from, include)
      if (seen.has(file.path)) continue
      seen.add(file.path)
      if ('fault' in file) found.set(file.path, file)
      if (!('declared' in file)) continue
      settled.push(...file.declared.requirements)
      open.push(...file.declared.includes.map(each => ({ from: file.path, include: each })))
    }
    return settled
  }

  async function read(from: string, include: Include): Promise<DependencyFile> {
    const path = resolveInclude(from, include.path)
    if (path === undefined) return { path: include.path, fault: elsewhere(from, include) }
    const known = found.get(path) ?? texts.get(path)
    if (known) return known
    if (texts.size >= MAX_FILES) return { path, fault: tooMany(from, include) }
    const file = await readFile(path, from, include)
    texts.set(path, file)
    return file
  }

  async function readFile(path: string, from: string, { line }: Include): Promise<DependencyFile> {
    try {
      const text = await files.readText(path, { maxBytes: MAX_TEXT })
      const { sha256, bytes } = await files.digest(path)
      materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes })
      return (
        (await scans.readDependencies(path, text, 'included')) ?? { path, declared: { requirements: [], includes: [] } }
      )
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { code, message, hint, kind } = error
      const details = { file: from, line, kind, ...(hint === undefined ? {} : { hint }) }
      return { path, fault: new UserError(code, `${message} (included by ${from}:${line})`, details) }
    }
  }
}

const elsewhere = (from: string, { path, line }: Include) =>
  new UserError('dependencies.include', `Expected a file of the repository but ${from}:${line} includes ${path}`, {
    file: from,
    line,
    hint: 'Keep a copy of it in the repository, and include that',
  })

const tooMany = (from: string, { path, line }: Include) =>
  new UserError(
    'dependencies.include',
    `Expected at most ${MAX_FILES} included files but ${from}:${line} includes ${path} too`,
    {
      file: from,
      line,
      hint: 'Install from one lock file',
    },
  )
