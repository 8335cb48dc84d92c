import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../core/user-error.ts'
import { type CacheOptions, openCache } from './cache.ts'
import { otherFailure, permanentFailure } from './explain-git.ts'
import { fileReader } from './read-files.ts'
import type { GitEnd } from './run-git.ts'

/** How often something that only reads is tried where the network fails. */
const TRIES = 3

const FETCH = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules']

export interface LogRepositoryOptions extends CacheOptions {
  /** The branch's full name, `refs/heads/…`. */
  readonly ref: string
  /** Its name for messages. */
  readonly name: string
  readonly second: number
}

/** A bare repository of our own that holds as much of the remote as was asked for. */
export interface LogRepository {
  run(words: readonly string[], input?: Uint8Array): Promise<GitEnd>
  /** Does what only reads, again where the network fails. `doing` follows "Expected to". */
  ask(doing: string, words: readonly string[], input?: string): Promise<Buffer>
  /** Has a commit at hand with its folders, not its files. */
  have(commit: string): Promise<void>
  /** A commit that was made here. */
  made(commit: string): void
  files(commit: string, paths: readonly string[]): Promise<Map<string, Uint8Array>>
}

export async function openLogRepository(options: LogRepositoryOptions): Promise<LogRepository> {
  const { ref, name, second } = options
  const { run, shares } = await openCache(options)
  const known = new Map<string, Promise<void>>()
  /** Whether the server hands out single files, until it says no; else everything comes at once. */
  let filters = true
  const filter = () => (filters ? ['--filter=blob:none'] : ['--no-filter'])

  async function ask(doing: string, words: readonly string[], input?: string): Promise<Buffer> {
    for (let tried = 1; ; tried += 1) {
      const end = await run(words, input)
      if (/filtering not recognized by server/.test(end.said)) filters = false
      if (end.code === 0) return end.output
      if (GONE.test(end.said)) throw gone(doing, end.said)
      const permanent = permanentFailure(doing, end.said)
      if (permanent !== undefined) throw permanent
      if (tried === TRIES) throw otherFailure(doing, end)
      await wait(2 ** (tried - 1) * second)
    }
  }

  async function fetchCommit(commit: string): Promise<void> {
    const one = [...FETCH, '--depth=1', ...filter(), 'origin', `+${commit}:refs/proofmark/${commit}`]
    const doing = `fetch ${commit.slice(0, 12)} of ${name}`
    try {
      await ask(doing, one)
    } catch (error) {
      // A server of before protocol 2 gives only what its branches show.
      if (!isGone(error)) throw error
      await ask(`fetch ${name}`, [...FETCH, ...filter(), 'origin', `+${ref}:refs/proofmark/branch`])
      if ((await run(['cat-file', '-e', `${commit}^{commit}`])).code !== 0) throw error
    }
  }

  async function fetchFiles(blobs: readonly string[]): Promise<void> {
    if (!filters) return
    // Without negotiation, as git itself fetches what a partial clone lacks.
    const words = ['-c', 'fetch.negotiationAlgorithm=noop', ...FETCH, ...filter(), '--stdin', 'origin']
    try {
      await ask(`fetch files of ${name}`, words, `${blobs.join('\n')}\n`)
    } catch (error) {
      if (!isGone(error)) throw error
      filters = false
      await ask(`fetch ${name}`, [...FETCH, '--refetch', ...filter(), 'origin', `+${ref}:refs/proofmark/branch`])
    }
  }

  const read = fileReader({
    ask: (words, input) => ask(`read files of ${name}`, words, input),
    fetchFiles: shares ? undefined : fetchFiles,
  })

  function have(commit: string): Promise<void> {
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) throw new Error(`Expected a commit but found '${commit}'`)
    if (shares) return Promise.resolve()
    const fetched = known.get(commit) ?? fetchCommit(commit)
    known.set(commit, fetched)
    fetched.catch(() => known.delete(commit))
    return fetched
  }

  return {
    run,
    ask,
    have,
    made: commit => void known.set(commit, Promise.resolve()),
    files: async (commit, paths) => {
      await have(commit)
      return read(commit, paths)
    },
  }
}

/** What a server says of a commit that it has not, and git of one that is not at hand. */
const GONE =
  /not our ref|unadvertised object|couldn't find remote ref|Not a valid (?:object|commit) name|not a tree object|bad object/

const isGone = (error: unknown) => error instanceof UserError && error.code === 'git.commit-gone'

const gone = (doing: string, said: string) =>
  new UserError('git.commit-gone', `Expected to ${doing} but the server has no such commit any more`, {
    hint: 'The branch may have been rewritten: compare it with a clone or a certificate that saw it before',
    kind: 'environment',
    cause: said,
  })
