import { UserError } from '../core/user-error.ts'

/** Largest file that is read, in bytes: twice the largest a log has. */
const MAX_BYTES = 32 * 1024 * 1024
/** Bytes of files that are kept at hand. */
const KEPT = 64 * 1024 * 1024
/** Paths on one command line. */
const PATHS = 200

interface Git {
  ask(words: readonly string[], input?: string): Promise<Buffer>
  /** Has these blobs at hand, by their names; undefined where all of a commit's are anyway. */
  readonly fetchFiles: ((blobs: readonly string[]) => Promise<void>) | undefined
}

interface Blob {
  readonly name: string
  readonly size: number | undefined
}

/** Reads plain files by path as of a commit that is at hand, those that are there; symbolic links are none. What it has read it keeps. */
export function fileReader(git: Git): (commit: string, paths: readonly string[]) => Promise<Map<string, Uint8Array>> {
  const kept = new Map<string, Uint8Array>()
  let bytes = 0

  async function load(blobs: readonly Blob[], commit: string): Promise<void> {
    const names = [...new Set(blobs.map(({ name }) => name))].filter(name => !kept.has(name))
    if (names.length === 0) return
    const input = `${names.join('\n')}\n`
    let sizes = blobs.map(({ size }) => size ?? 0)
    if (git.fetchFiles !== undefined) {
      await git.fetchFiles(names)
      const told = await git.ask(['cat-file', '--batch-check=%(objectsize)'], input)
      sizes = told.toString().trim().split('\n').map(Number)
    }
    if (sizes.some(size => !(size <= MAX_BYTES))) throw tooLarge(commit)
    for (const [name, content] of split(await git.ask(['cat-file', '--batch'], input), names)) {
      kept.set(name, content)
      bytes += content.byteLength
    }
  }

  return async (commit, paths) => {
    const blobs = await findBlobs(git, commit, paths)
    if (bytes > KEPT) {
      kept.clear()
      bytes = 0
    }
    await load([...blobs.values()], commit)
    return new Map(
      [...blobs].flatMap(([path, { name }]) => {
        const content = kept.get(name)
        return content === undefined ? [] : [[path, content]]
      }),
    )
  }
}

/** Names of the blobs at paths; their sizes too where that costs nothing. */
async function findBlobs(git: Git, commit: string, paths: readonly string[]): Promise<Map<string, Blob>> {
  const long = git.fetchFiles === undefined ? ['-l'] : []
  const blobs = new Map<string, Blob>()
  for (let start = 0; start < paths.length; start += PATHS) {
    const part = paths.slice(start, start + PATHS)
    const listed = await git.ask(['ls-tree', '-z', '--full-tree', ...long, commit, '--', ...part])
    for (const line of listed.toString().split('\0')) {
      const [, name, size, path] = /^100\d+ blob (\w+)(?: +(\d+))?\t(.*)$/s.exec(line) ?? []
      if (name !== undefined && path !== undefined) {
        blobs.set(path, { name, size: size === undefined ? undefined : Number(size) })
      }
    }
  }
  return blobs
}

/** Reads `<name> blob <size>\n<content>\n` for each of the names. */
function split(output: Buffer, names: readonly string[]): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>()
  let at = 0
  for (const name of names) {
    const end = output.indexOf(10, at)
    const [found, type, size] = output.subarray(at, end).toString().split(' ')
    if (found !== name || type !== 'blob') throw new Error(`Expected git to give ${name} but found ${found} ${type}`)
    const start = end + 1
    contents.set(name, new Uint8Array(output.subarray(start, start + Number(size))))
    at = start + Number(size) + 1
  }
  return contents
}

const tooLarge = (commit: string) =>
  new UserError(
    'git.too-large',
    `Expected files of at most ${MAX_BYTES / 1024 / 1024} MiB in the log's branch but found a larger one`,
    { hint: `Somebody else has written there: look at commit ${commit}`, kind: 'environment' },
  )
