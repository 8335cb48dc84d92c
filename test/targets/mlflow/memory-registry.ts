import { readFileSync } from 'node:fs'
import type { Registry, RegistryVersion } from '../../../src/targets/mlflow/registry.ts'
import { sha256 } from '../../core/record/memory.ts'

/** A registered model in memory, with its versions, and what others may do to it. */
export interface MemoryRegistry extends Registry {
  readonly aliases: Map<string, string>
  readonly stored: Map<string, { tags: Map<string, string>; files: Map<string, string> }>
  readonly runs: { tags: Readonly<Record<string, string>>; files: Map<string, string> }[]
  readonly tags: Map<string, string>
  /** Registers a version of these files, as a training run does. */
  register(files: Readonly<Record<string, string>>): string
}

export function memoryRegistry(): MemoryRegistry {
  const aliases: MemoryRegistry['aliases'] = new Map()
  const stored: MemoryRegistry['stored'] = new Map()
  const runs: MemoryRegistry['runs'] = []
  const tags = new Map<string, string>()
  let newest = 0
  const shown = (version: string): RegistryVersion | undefined => {
    const found = stored.get(version)
    return found && { version, tags: new Map(found.tags) }
  }
  const register = (files: ReadonlyMap<string, string>) => {
    newest += 1
    stored.set(`${newest}`, { tags: new Map(), files: new Map(files) })
    return `${newest}`
  }
  const text = (version: string, path: string) => {
    const found = stored.get(version)?.files.get(path)
    if (found === undefined) throw new Error(`No ${path} in version ${version}`)
    return found
  }
  return {
    server: 'http://mlflow.test',
    aliases,
    stored,
    runs,
    tags,
    register: files => register(new Map(Object.entries(files))),
    modelTags: async () => tags,
    tagModel: async (key, value) => void tags.set(key, value),
    async alias(alias) {
      const version = aliases.get(alias)
      return version === undefined ? 'unset' : (shown(version) ?? 'deleted')
    },
    pointAlias: async (alias, version) => void aliases.set(alias, version),
    dropAlias: async alias => void aliases.delete(alias),
    version: async version => shown(version),
    async versions(most, tag) {
      const all = [...stored.keys()].toReversed().flatMap(version => shown(version) ?? [])
      return all.filter(one => tag === undefined || one.tags.get(tag.key) === tag.value).slice(0, most)
    },
    tagVersion: async (version, key, value) => void stored.get(version)?.tags.set(key, value),
    files: async version =>
      [...(stored.get(version)?.files ?? [])].map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) })),
    digest: async (version, path) => sha256(text(version, path)),
    async keep({ tags: about, files }) {
      const read = files.map(file => {
        const content = 'content' in file ? Buffer.from(file.content) : readFileSync(file.file)
        return [file.path, content.toString()] as const
      })
      runs.push({ tags: about, files: new Map(read) })
      return { id: `${runs.length - 1}`, artifacts: `memory:/${runs.length - 1}` }
    },
    async addVersion({ id }, folder) {
      const files = [...(runs[Number(id)]?.files ?? [])].flatMap(([path, content]) =>
        path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), content] as const] : [],
      )
      const version = register(new Map(files))
      return { version, tags: new Map() }
    },
    kept: async ({ key, value }, path) =>
      runs.filter(run => run.tags[key] === value).flatMap(run => run.files.get(path) ?? []),
  }
}
