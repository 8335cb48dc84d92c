import { setTimeout as wait } from 'node:timers/promises'
import { gather } from '../core/gather.ts'
import { checkChange } from '../core/record/log/check-change.ts'
import { isBranchName } from '../core/record/log/is-branch-name.ts'
import { UserError } from '../core/user-error.ts'
import type { LogBranch } from '../ports/log-branch.ts'
import { type Cache, openCache } from './cache.ts'
import { otherFailure, permanentFailure } from './explain-git.ts'
import { importStream } from './import-stream.ts'
import { pushResult } from './push-result.ts'
import { readFiles } from './read-files.ts'
import { remoteAddress, withoutSecrets } from './remote-address.ts'

export interface GitLogOptions {
  /** Folder that a remote which is a path is relative to. */
  readonly root: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly now?: () => Date
  /** For one run of git; after it the run is ended. */
  readonly seconds?: number
  /** Milliseconds that a second of waiting takes; only tests shorten it. */
  readonly second?: number
}

/** How often something that only reads is tried where the network fails. */
const TRIES = 3

/**
 * A log's branch behind the address of any git remote, by the program git. Only the newest commit is fetched, and of its files those
 * that are read, where the server can (partial clone).
 */
export function gitLogBranch(
  { remote, branch }: { readonly remote: string; readonly branch: string },
  { root, env = process.env, now = () => new Date(), seconds = 120, second = 1000 }: GitLogOptions,
): LogBranch {
  if (!isBranchName(branch)) {
    throw new UserError('git.branch', `Expected the name of a branch but found '${branch}'`, {
      hint: 'Name it like proofmark-log',
    })
  }
  const address = remoteAddress(root, remote)
  const name = `${withoutSecrets(remote)}@${branch}`
  const ref = `refs/heads/${branch}`
  const caches = new Map<string, Promise<Cache>>()
  const cacheFor = (commit = ''): Promise<Cache> => {
    const format = commit.length === 64 ? 'sha256' : 'sha1'
    const cache = caches.get(format) ?? openCache(address, { env, seconds, format })
    caches.set(format, cache)
    return cache
  }
  const known = new Map<string, Promise<void>>()
  /** Whether the server hands out single files; until it says no. */
  let filters = true
  let made = 0

  /** Does what only reads, again where the network fails. */
  async function ask(cache: Cache, doing: string, words: readonly string[], input?: string): Promise<Buffer> {
    for (let tried = 1; ; tried += 1) {
      const end = await cache.run(words, input)
      if (/filtering not recognized by server/.test(end.said)) filters = false
      if (end.code === 0) return end.output
      if (/not our ref|unadvertised object|couldn't find remote ref/.test(end.said)) throw gone(doing, end.said)
      const permanent = permanentFailure(doing, end.said)
      if (permanent !== undefined) throw permanent
      if (tried === TRIES) throw otherFailure(doing, end)
      await wait(2 ** (tried - 1) * second)
    }
  }

  /** Fetches a commit with its folders, once. */
  function have(commit: string): Promise<void> {
    const fetched = known.get(commit) ?? fetchCommit(commit)
    known.set(commit, fetched)
    fetched.catch(() => known.delete(commit))
    return fetched
  }

  async function fetchCommit(commit: string): Promise<void> {
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) throw new Error(`Expected a commit but found '${commit}'`)
    const cache = await cacheFor(commit)
    const one = [...FETCH, '--depth=1', '--filter=blob:none', 'origin', `+${commit}:refs/proofmark/${commit}`]
    try {
      await ask(cache, `fetch ${commit.slice(0, 12)} of ${name}`, one)
    } catch (error) {
      // A server of before protocol 2 gives only what its branches show.
      if (!(error instanceof UserError) || error.code !== 'git.commit-gone') throw error
      const whole = [...FETCH, '--filter=blob:none', 'origin', `+${ref}:refs/proofmark/branch`]
      await ask(cache, `fetch ${name}`, whole)
      if ((await cache.run(['rev-parse', '--quiet', '--verify', `refs/proofmark/branch^{commit}`])).code !== 0)
        throw error
      if ((await cache.run(['cat-file', '-e', `${commit}^{commit}`])).code !== 0) throw error
    }
  }

  const readOne = gather<{ commit: string; path: string }, Uint8Array | undefined>(async questions => {
    const found = new Map<string, Promise<Map<string, Uint8Array>>>()
    for (const { commit } of questions) {
      const paths = questions.filter(question => question.commit === commit).map(({ path }) => path)
      found.set(commit, found.get(commit) ?? readAt(commit, paths))
    }
    return Promise.all(questions.map(async ({ commit, path }) => (await found.get(commit))?.get(path)))
  })

  async function readAt(commit: string, paths: readonly string[]): Promise<Map<string, Uint8Array>> {
    await have(commit)
    const cache = await cacheFor(commit)
    return readFiles(commit, paths, {
      ask: (words, input) => ask(cache, `read files of ${name}`, words, input),
      fetchFiles: async blobs => {
        if (!filters) return
        // Without negotiation, as git itself fetches what a partial clone lacks.
        const words = ['-c', 'fetch.negotiationAlgorithm=noop', ...FETCH, '--filter=blob:none', '--stdin', 'origin']
        await ask(cache, `fetch files of ${name}`, words, `${blobs.join('\n')}\n`)
      },
    })
  }

  return {
    name,
    async head() {
      const output = (await ask(await cacheFor(), `look at ${name}`, ['ls-remote', 'origin', ref])).toString()
      return output
        .split('\n')
        .map(line => line.split('\t'))
        .find(([, found]) => found === ref)?.[0]
    },
    read: (commit, path) => readOne({ commit, path }),
    async list(commit) {
      await have(commit)
      const words = ['ls-tree', '-r', '-z', '--full-tree', commit]
      const output = await ask(await cacheFor(commit), `list the files of ${name}`, words)
      return output
        .toString()
        .split('\0')
        .flatMap(line => /^\d+ blob \w+\t(.*)$/s.exec(line)?.[1] ?? [])
    },
    async commit(parent, change) {
      checkChange(change)
      if (parent !== undefined) await have(parent)
      const cache = await cacheFor(parent)
      made += 1
      const end = await cache.run(
        ['fast-import', '--quiet', '--done'],
        importStream(`refs/proofmark/made-${made}`, parent, change, now()),
      )
      const commit = end.output.toString().trim()
      if (end.code !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) throw otherFailure('make a commit', end)
      known.set(commit, Promise.resolve())
      const lease = `--force-with-lease=${ref}:${parent ?? ''}`
      const pushed = await cache.run(['push', '--porcelain', '--no-verify', lease, 'origin', `${commit}:${ref}`])
      const result = pushResult(`write to ${name}`, pushed)
      return result === 'moved' ? { commit } : result
    },
  }
}

const FETCH = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules']

const gone = (doing: string, said: string) =>
  new UserError('git.commit-gone', `Expected to ${doing} but the server has no such commit any more`, {
    hint: 'The branch may have been rewritten: compare it with a clone or a certificate that saw it before',
    kind: 'environment',
    cause: said,
  })
