import type { World } from './world.ts'

/** A file or a folder as of a commit. */
export interface Entry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
}

interface CommitJson {
  readonly sha: string
  readonly message: string
  readonly tree: { readonly sha: string }
  readonly parents: readonly { readonly sha: string }[]
}

/** What was read of a world's objects, which never change under their names. */
const read = new WeakMap<World, Map<string, Promise<unknown>>>()

/** The emulator's git objects, read as their owner. */
export const gitStore = (world: World) => {
  const { upstream, repositoryPath } = world
  const git = `${repositoryPath}/git`
  const seen = read.get(world) ?? new Map<string, Promise<unknown>>()
  read.set(world, seen)
  /** Reads an object once; undefined where there is none, which may change. */
  async function object<T>(path: string): Promise<T | undefined> {
    const known = seen.get(path) ?? upstream.own<T>('GET', git + path)
    seen.set(path, known)
    try {
      return (await known) as T
    } catch (error) {
      seen.delete(path)
      if (error instanceof Error && / 404 /.test(error.message)) return undefined
      throw error
    }
  }
  return {
    /** Where a branch points, by its name. */
    async branch(name: string): Promise<string | undefined> {
      const path = name.split('/').map(encodeURIComponent).join('/')
      const refs = await upstream.own<{ ref: string; object: { sha: string } }[]>(
        'GET',
        `${git}/matching-refs/heads/${path}`,
      )
      return refs.find(({ ref }) => ref === `refs/heads/${name}`)?.object.sha
    },
    commit: (sha: string) => object<CommitJson>(`/commits/${sha}`),
    async entries(tree: string): Promise<Entry[]> {
      return (await object<{ tree: Entry[] }>(`/trees/${tree}?recursive=1`))?.tree ?? []
    },
    async blob(sha: string): Promise<Buffer | undefined> {
      const found = await object<{ content: string }>(`/blobs/${sha}`)
      return found === undefined ? undefined : Buffer.from(found.content, 'base64')
    },
    writeBlob: (base64: string) =>
      upstream.own<{ sha: string }>('POST', `${git}/blobs`, { content: base64, encoding: 'base64' }),
    writeTree: (body: object) => upstream.own<{ sha: string }>('POST', `${git}/trees`, body),
    writeCommit: (body: object) => upstream.own<{ sha: string }>('POST', `${git}/commits`, body),
    move: (branch: string, sha: string) => upstream.own('PATCH', `${git}/refs/heads/${branch}`, { sha, force: false }),
  }
}
