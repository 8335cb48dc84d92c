import type { Upstream } from './upstream.ts'

/** Content by path. */
export type Files = Readonly<Record<string, string>>

export interface PullRequest {
  readonly number: number
  readonly head: string
  readonly base: string
  readonly branch: string
  /** `owner/name` of the repository the branch is in. */
  readonly from: string
  /** As `GET /pulls/{number}` answers it. */
  readonly json: object
}

/** Everything is committed by one person at one time: the same content has the same commit in a fork. */
const PERSON = { name: 'Test', email: 'test@example.com', date: '2026-11-01T12:00:00Z' }

/** Writes a commit on top of another; with a `branch`, that branch is moved to it. */
export async function writeCommit(
  upstream: Upstream,
  repository: string,
  {
    files,
    parent,
    branch,
    user,
    author,
  }: {
    files: Files
    parent: string
    branch?: string | undefined
    user?: string | undefined
    author?: string | undefined
  },
): Promise<string> {
  const git = `/repos/${repository}/git`
  const person = author === undefined ? PERSON : { ...PERSON, email: `${author}@example.com` }
  const own = <T>(method: string, path: string, body?: object) => upstream.own<T>(method, git + path, body, user)
  const { tree: base } = await own<{ tree: { sha: string } }>('GET', `/commits/${parent}`)
  const tree = await own<{ sha: string }>('POST', '/trees', {
    base_tree: base.sha,
    tree: Object.entries(files).map(([path, content]) => ({ path, content, mode: '100644', type: 'blob' })),
  })
  const { sha } = await own<{ sha: string }>('POST', '/commits', {
    message: `Change ${branch ?? 'something'}`,
    tree: tree.sha,
    parents: [parent],
    author: person,
    committer: person,
  })
  if (branch !== undefined) await moveBranch(branch, sha)
  return sha

  async function moveBranch(name: string, to: string) {
    const refs = await own<{ ref: string }[]>('GET', `/matching-refs/heads/${name}`)
    if (refs.some(({ ref }) => ref === `refs/heads/${name}`)) {
      await own('PATCH', `/refs/heads/${name}`, { sha: to, force: true })
    } else await own('POST', '/refs', { ref: `refs/heads/${name}`, sha: to })
  }
}

/** Opens a pull request to main with one commit, from a branch or from somebody's fork. */
export async function openPullRequest(
  upstream: Upstream,
  repository: string,
  {
    files,
    branch,
    base,
    fork,
    author,
  }: { files: Files; branch: string; base: string; fork: string | undefined; author: string | undefined },
): Promise<PullRequest> {
  const from = fork === undefined ? repository : `${fork}/${repository.split('/')[1]}`
  if (fork !== undefined) {
    await upstream.own('POST', `/repos/${repository}/forks`, {}, fork)
    await copyCommit(upstream, base, { from: repository, to: from, user: fork })
  }
  const head = await writeCommit(upstream, from, { files, parent: base, branch, user: fork, author })
  // As on GitHub, where the base repository has every commit of its pull requests.
  if (fork !== undefined) await copyCommit(upstream, head, { from, to: repository })
  const { number } = await upstream.own<{ number: number }>(
    'POST',
    `/repos/${repository}/pulls`,
    { title: `Change ${branch}`, head: fork === undefined ? branch : `${fork}:${branch}`, base: 'main' },
    fork,
  )
  const json = await upstream.own<object>('GET', `/repos/${repository}/pulls/${number}`)
  return { number, head, base, branch, from, json }
}

interface CommitJson {
  tree: { sha: string }
  parents: { sha: string }[]
  message: string
  author: object
  committer: object
}

/** Copies a commit and those before it into another repository; the emulator's forks begin with nothing of their parent's. */
async function copyCommit(
  upstream: Upstream,
  sha: string,
  { from, to, user }: { from: string; to: string; user?: string | undefined },
): Promise<void> {
  const read = <T>(path: string) => upstream.own<T>('GET', `/repos/${from}/git${path}`)
  const write = <T>(path: string, body: object) => upstream.own<T>('POST', `/repos/${to}/git${path}`, body, user)
  const { tree, parents, message, author, committer } = await read<CommitJson>(`/commits/${sha}`)
  for (const parent of parents) await copyCommit(upstream, parent.sha, { from, to, user })
  const { tree: entries } = await read<{ tree: { path: string; mode: string; type: string; sha: string }[] }>(
    `/trees/${tree.sha}?recursive=1`,
  )
  const blobs = entries.filter(({ type }) => type === 'blob')
  for (const blob of blobs) {
    const { content, encoding } = await read<{ content: string; encoding: string }>(`/blobs/${blob.sha}`)
    await write('/blobs', { content, encoding })
  }
  const copied = await write<{ sha: string }>('/trees', {
    tree: blobs.map(({ path, mode, type, sha: blob }) => ({ path, mode, type, sha: blob })),
  })
  const body = { message, tree: copied.sha, parents: parents.map(parent => parent.sha), author, committer }
  const copy = await write<{ sha: string }>('/commits', body)
  if (copy.sha !== sha) throw new Error(`Expected the copy of ${sha} to be the same commit but found ${copy.sha}`)
}
