import { gather } from '../core/gather.ts'
import { checkChange } from '../core/record/log/check-change.ts'
import { isBranchName } from '../core/record/log/is-branch-name.ts'
import { UserError } from '../core/user-error.ts'
import type { LogBranch } from '../ports/log-branch.ts'
import { otherFailure } from './explain-git.ts'
import { importStream } from './import-stream.ts'
import { type LogRepository, openLogRepository } from './log-repository.ts'
import { pushResult } from './push-result.ts'
import { refuseInCheckout } from './refuse-in-checkout.ts'
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

/**
 * A log's branch behind the address of any git remote, by the program git. Only the newest commit is fetched, and of its files those
 * that are read, where the server can (partial clone); of a folder on this machine nothing is copied.
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
  refuseInCheckout(address, root, env)
  const name = `${withoutSecrets(remote)}@${branch}`
  const ref = `refs/heads/${branch}`
  const repositories = new Map<string, Promise<LogRepository>>()
  /** The repository for commits named like this one: by SHA-1, or by SHA-256. */
  function repositoryFor(commit = ''): Promise<LogRepository> {
    const format = commit.length === 64 ? 'sha256' : 'sha1'
    const opened = repositories.get(format) ?? openLogRepository({ address, env, seconds, format, ref, name, second })
    repositories.set(format, opened)
    return opened
  }
  let made = 0

  const readOne = gather<{ commit: string; path: string }, Uint8Array | undefined>(async questions => {
    const found = new Map<string, Promise<Map<string, Uint8Array>>>()
    for (const { commit } of questions) {
      const paths = questions.filter(question => question.commit === commit).map(({ path }) => path)
      found.set(commit, found.get(commit) ?? repositoryFor(commit).then(({ files }) => files(commit, paths)))
    }
    return Promise.all(questions.map(async ({ commit, path }) => (await found.get(commit))?.get(path)))
  })

  return {
    name,
    async head() {
      const { ask } = await repositoryFor()
      const output = (await ask(`look at ${name}`, ['ls-remote', 'origin', ref])).toString()
      return output
        .split('\n')
        .map(line => line.split('\t'))
        .find(([, found]) => found === ref)?.[0]
    },
    read: (commit, path) => readOne({ commit, path }),
    async list(commit) {
      const { have, ask } = await repositoryFor(commit)
      await have(commit)
      const output = await ask(`list the files of ${name}`, ['ls-tree', '-r', '-z', '--full-tree', commit])
      return output
        .toString()
        .split('\0')
        .flatMap(line => /^\d+ blob \w+\t(.*)$/s.exec(line)?.[1] ?? [])
    },
    async commit(parent, change) {
      checkChange(change)
      const repository = await repositoryFor(parent)
      if (parent !== undefined) await repository.have(parent)
      made += 1
      const stream = importStream(`refs/proofmark/made-${made}`, parent, change, now())
      const imported = await repository.run(['fast-import', '--quiet', '--done'], stream)
      const commit = imported.output.toString().trim()
      if (imported.code !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) throw otherFailure('make a commit', imported)
      repository.made(commit)
      const lease = `--force-with-lease=${ref}:${parent ?? ''}`
      // Not thin: a difference from a file that is not at hand would have that file fetched first.
      const push = ['push', '--porcelain', '--no-verify', '--no-thin', lease, 'origin', `${commit}:${ref}`]
      const pushed = await repository.run(push)
      const result = pushResult(`write to ${name}`, pushed)
      return result === 'moved' ? { commit } : result
    },
  }
}
