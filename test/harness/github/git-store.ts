import type { World } from './world.ts'

/** A file or a folder as of a commit. */
export interface Entry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
}

/** The emulator's git objects, read as their owner. */
export const gitStore = ({ upstream, repositoryPath }: World) => {
  const git = `${repositoryPath}/git`
  const orNone = async <T>(read: Promise<T>): Promise<T | undefined> => {
    try {
      return await read
    } catch (error) {
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
    commit: (sha: string) =>
      orNone(
        upstream.own<{ sha: string; message: string; tree: { sha: string }; parents: { sha: string }[] }>(
          'GET',
          `${git}/commits/${sha}`,
        ),
      ),
    async entries(tree: string): Promise<Entry[]> {
      return (await upstream.own<{ tree: Entry[] }>('GET', `${git}/trees/${tree}?recursive=1`)).tree
    },
    async blob(sha: string): Promise<Buffer | undefined> {
      const found = await orNone(upstream.own<{ content: string }>('GET', `${git}/blobs/${sha}`))
      return found === undefined ? undefined : Buffer.from(found.content, 'base64')
    },
    writeBlob: (base64: string) =>
      upstream.own<{ sha: string }>('POST', `${git}/blobs`, { content: base64, encoding: 'base64' }),
    writeTree: (body: object) => upstream.own<{ sha: string }>('POST', `${git}/trees`, body),
    writeCommit: (body: object) => upstream.own<{ sha: string }>('POST', `${git}/commits`, body),
    move: (branch: string, sha: string) => upstream.own('PATCH', `${git}/refs/heads/${branch}`, { sha, force: false }),
  }
}
