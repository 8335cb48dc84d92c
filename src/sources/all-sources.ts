import { isAddress } from '../core/address.ts'
import { UserError } from '../core/user-error.ts'
import type { RemoteFile, Source, Sources } from '../ports/source.ts'
import { fetchFile } from './fetch-file.ts'
import { SOURCES } from './index.ts'
import type { SourceKind, SourceWorld } from './source-kind.ts'

/** Files of a folder that are fetched beside one of them: they are asked for next. */
const AHEAD = 3

/** Finds and fetches what is kept elsewhere, each address and each file once a run. */
export function allSources(world: SourceWorld, kinds: readonly SourceKind[] = SOURCES): Sources {
  const opened = new Map<SourceKind, Promise<Source>>()
  const found = new Map<string, Promise<readonly RemoteFile[] | undefined>>()
  const files = new Map<string, RemoteFile>()
  const fetched = new Map<string, Promise<string>>()
  const following = new Map<string, readonly RemoteFile[]>()

  return {
    async list(path) {
      return (await find(path))?.map(({ name }) => name).toSorted()
    },

    async fetch(path) {
      const file = await theFile(path)
      if (!file) return undefined
      const here = brought(file)
      // What fails of these fails again for who asks for it.
      for (const next of following.get(file.name) ?? []) brought(next).catch(() => undefined)
      return here
    },

    async origin(name) {
      return (await theFile(name))?.origin
    },
  }

  function brought(file: RemoteFile): Promise<string> {
    return once(fetched, file.name, () => fetchFile(file, world))
  }

  async function theFile(path: string): Promise<RemoteFile | undefined> {
    const known = files.get(path)
    if (known) return known
    const all = await find(path)
    const [one, ...others] = all ?? []
    if (all && (!one || others.length > 0))
      throw new UserError('source.not-one', `Expected ${path} to be one file but it is ${all.length || 'none'}`, {
        file: path,
        hint: 'Give the address of the file itself',
      })
    return one
  }

  function find(path: string): Promise<readonly RemoteFile[] | undefined> {
    return once(found, path, async () => {
      for (const kind of kinds.filter(each => each.recognises(path, world))) {
        const source = await once(opened, kind, () => kind.open(world))
        const all = await source.find(path)
        for (const file of all ?? []) files.set(file.name, file)
        const sorted = (all ?? []).toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
        for (const [i, { name }] of sorted.entries()) following.set(name, sorted.slice(i + 1, i + 1 + AHEAD))
        if (all) return all
      }
      if (!isAddress(path)) return undefined
      throw new UserError('source.unknown', `Expected a path or an address that is read but found '${path}'`, {
        file: path,
        hint: `Copy it here first, or into one of these: ${kinds.flatMap(({ form = [] }) => form).join(', ')}`,
      })
    })
  }
}

function once<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, make: () => Promise<Value>): Promise<Value> {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
