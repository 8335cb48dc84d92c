import { UserError } from '../core/user-error.ts'

/** Largest file that is read, in bytes: twice the largest a log has. */
const MAX_BYTES = 32 * 1024 * 1024
/** Paths on one command line. */
const PATHS = 200

interface Git {
  ask(words: readonly string[], input?: string): Promise<Buffer>
  /** Has these blobs at hand, by their names. */
  fetchFiles(blobs: readonly string[]): Promise<void>
}

/** Files by path as of a commit that is at hand, those that are there; plain files only, no symbolic links. */
export async function readFiles(commit: string, paths: readonly string[], git: Git): Promise<Map<string, Uint8Array>> {
  const blobs = new Map<string, string>()
  for (let start = 0; start < paths.length; start += PATHS) {
    const part = paths.slice(start, start + PATHS)
    const listed = await git.ask(['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', ...part])
    for (const line of listed.toString().split('\0')) {
      const [, blob, path] = /^100\d+ blob (\w+)\t(.*)$/s.exec(line) ?? []
      if (blob !== undefined && path !== undefined) blobs.set(path, blob)
    }
  }
  const names = [...new Set(blobs.values())]
  if (names.length === 0) return new Map()
  await git.fetchFiles(names)
  const sizes = (await git.ask(['cat-file', '--batch-check=%(objectsize)'], `${names.join('\n')}\n`)).toString()
  if (sizes.split('\n').some(size => Number(size) > MAX_BYTES)) throw tooLarge(commit)

  const contents = split(await git.ask(['cat-file', '--batch'], `${names.join('\n')}\n`), names)
  return new Map(
    [...blobs].flatMap(([path, blob]) => {
      const content = contents.get(blob)
      return content === undefined ? [] : [[path, content]]
    }),
  )
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
    {
      hint: `Somebody else has written there: look at commit ${commit}`,
      kind: 'environment',
    },
  )
