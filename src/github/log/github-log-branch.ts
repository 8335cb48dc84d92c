import type { Octokit } from 'octokit'
import { gather } from '../../core/gather.ts'
import { checkChange } from '../../core/record/log/check-change.ts'
import { isBranchName } from '../../core/record/log/is-branch-name.ts'
import { UserError } from '../../core/user-error.ts'
import type { BranchChange, LogBranch } from '../../ports/log-branch.ts'
import { type ConnectionOptions, connect } from '../connection.ts'
import { failureOf } from '../failure.ts'
import type { Task } from '../task.ts'
import { complaintOf, isUnknownToServer } from './ask-graphql.ts'
import { blobs, fetchBlob } from './blobs.ts'
import { commitByGraphql } from './commit-by-graphql.ts'
import { commitByRest } from './commit-by-rest.ts'
import { findByGraphql } from './find-by-graphql.ts'
import { findByRest } from './find-by-rest.ts'
import { listTree } from './list-tree.ts'

/** Largest change that goes into one request of GraphQL, in bytes. */
const MAX_CHANGE = 16 * 1024 * 1024

/**
 * A log's branch in a repository on GitHub, or on a GitHub Enterprise Server. It reads and writes by GraphQL, one request for
 * all files and one for a commit; where GraphQL is missing, too old or refused, by REST. What it has read or written once it does
 * not ask for again: contents are known by their digest.
 */
export function githubLogBranch(options: ConnectionOptions, branch: string): LogBranch {
  if (!isBranchName(branch)) {
    throw new UserError('github.branch', `Expected the name of a branch but found '${branch}'`, {
      hint: 'Name it like proofmark-log',
    })
  }
  const connection = connect(options)
  const { owner, repo } = connection
  const name = `${owner}/${repo}@${branch}`
  const instead = 'keep the log behind a git remote'
  const reading: Task = { doing: `read the log ${name}`, permission: 'contents: read', caveat: ANOTHER, instead }
  const writing: Task = { doing: `write the log ${name}`, permission: 'contents: write', caveat: ANOTHER, instead }

  /** GraphQL takes no request without a token. */
  let graphql = options.token !== ''
  const contents = blobs()
  /** By commit and path the blob there, as far as it is known. */
  const known = new Map<string, ReadonlyMap<string, string | undefined>>()

  const readOne = gather<{ commit: string; path: string }, Uint8Array | undefined>(questions =>
    connection.attempt(reading, async octokit => {
      for (const commit of new Set(questions.map(question => question.commit))) {
        const paths = questions.filter(question => question.commit === commit).map(({ path }) => path)
        await find(octokit, commit, [...new Set(paths)])
      }
      return inOrder(questions, async ({ commit, path }) => {
        const blob = known.get(commit)?.get(path)
        if (blob === undefined) return undefined
        const content = contents.get(blob) ?? (await fetchBlob(octokit, connection, blob))
        contents.keep(content)
        return content
      })
    }),
  )

  /** Learns which blobs are at these paths. */
  async function find(octokit: Octokit, commit: string, paths: readonly string[]): Promise<void> {
    const had = known.get(commit) ?? new Map()
    const wanted = paths.filter(path => !had.has(path))
    if (wanted.length === 0) return
    const found = await findAll(octokit, commit, wanted)
    known.set(commit, new Map([...(known.get(commit) ?? []), ...wanted.map((path, i) => [path, found[i]] as const)]))
  }

  async function findAll(octokit: Octokit, commit: string, paths: readonly string[]): Promise<(string | undefined)[]> {
    if (graphql) {
      try {
        return await findByGraphql(octokit, connection, commit, paths, contents)
      } catch (error) {
        if (!isUnknownToServer(error) && complaintOf(error) !== 'FORBIDDEN') throw error
        if (isUnknownToServer(error)) graphql = false
      }
    }
    return inOrder(paths, path => findByRest(octokit, connection, commit, path, contents))
  }

  async function head(octokit: Octokit): Promise<string | undefined> {
    try {
      // Of a branch that is not there it has nothing, of a repository that may not be read it fails: `GET /git/ref` is 404 for both.
      const { data } = await octokit.rest.git.listMatchingRefs({ owner, repo, ref: `heads/${branch}` })
      return data.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha
    } catch (error) {
      const failure = failureOf(error)
      if (failure?.kind === 'refused' && failure.status === 409) return undefined
      throw error
    }
  }

  async function write(octokit: Octokit, parent: string | undefined, change: BranchChange) {
    const bytes = change.additions.reduce((sum, { content }) => sum + content.byteLength, 0)
    if (graphql && parent !== undefined && bytes <= MAX_CHANGE) {
      try {
        return await commitByGraphql(octokit, connection, branch, parent, change)
      } catch (error) {
        if (complaintOf(error) === 'NOT_FOUND' && (await head(octokit)) !== parent) return 'conflict'
        if (!isUnknownToServer(error) && complaintOf(error) !== 'FORBIDDEN') throw error
        if (isUnknownToServer(error)) graphql = false
      }
    }
    return commitByRest(octokit, connection, branch, parent, change)
  }

  return {
    name,
    head: () => connection.attempt(reading, head),
    read: (commit, path) => readOne({ commit, path }),
    list: commit => connection.attempt(reading, octokit => listTree(octokit, connection, commit)),
    async commit(parent, change) {
      checkChange(change)
      const result = await connection.attempt(writing, octokit => write(octokit, parent, change))
      if (typeof result !== 'string') {
        const before = parent === undefined ? [] : (known.get(parent) ?? [])
        const after = new Map([...before, ...change.deletions.map(path => [path, undefined] as const)])
        for (const { path, content } of change.additions) after.set(path, contents.keep(content))
        known.set(result.commit, after)
      }
      return result
    },
  }
}

const ANOTHER =
  'For a log in another repository than the run, put a token that may write there into the variable PROOFMARK_LOG_TOKEN'

/** Requests that only read, under way at once: far from the hundred that GitHub takes. */
const AHEAD = 8

async function inOrder<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < items.length; start += AHEAD) {
    results.push(...(await Promise.all(items.slice(start, start + AHEAD).map(act))))
  }
  return results
}
