import { posix } from 'node:path'
import { UserError } from '../core/user-error.ts'
import type { BaseRepository } from '../ports/base-repository.ts'
import { baseCommit, type MergeTarget } from './base-commit.ts'
import { otherFailure } from './explain-git.ts'
import { runInClone } from './run-in-clone.ts'

/** Largest file that is read, in bytes: longer than any lock file. */
const MAX_BYTES = 32 * 1024 * 1024

/**
 * The target of a change as a local clone has it, for CIs without a forge that is asked. Paths are seen from the folder, as the program
 * sees them. The commit is looked for when the first file is, so that it is a gate's refusal that says where it is missing.
 */
export function gitBase(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  target: MergeTarget,
): BaseRepository {
  let found: Promise<{ commit: string; prefix: string }> | undefined
  const open = () => {
    found ??= opened()
    return found
  }

  async function ask(doing: string, words: readonly string[]): Promise<Buffer> {
    const end = await runInClone(folder, env, words)
    if (end.code !== 0) throw otherFailure(doing, end)
    return end.output
  }

  async function opened() {
    const commit = await baseCommit(folder, env, target)
    const prefix = await ask('find the folder in the repository', ['rev-parse', '--show-prefix'])
    return { commit, prefix: prefix.toString().replace(/\n$/, '') }
  }

  return {
    async readBase(path) {
      const { commit, prefix } = await open()
      const whole = posix.normalize(`${prefix}${path}`)
      if (whole.startsWith('../') || posix.isAbsolute(whole)) throw unreadable(path, 'a file of this repository')
      const doing = `look up ${path} at ${commit.slice(0, 12)}`
      const listed = (await ask(doing, ['ls-tree', '-z', '-l', '--full-tree', commit, '--', whole])).toString()
      if (listed === '') return undefined
      const [, name, size] = /^100\d+ blob (\w+) +(\d+)\t/.exec(listed) ?? []
      if (name === undefined || Number(size) > MAX_BYTES)
        throw unreadable(path, `a plain file of at most ${MAX_BYTES / 1024 / 1024} MiB`)
      return decoded(path, await ask(`read ${path} at ${commit.slice(0, 12)}`, ['cat-file', 'blob', name]))
    },
    async listBase() {
      const { commit, prefix } = await open()
      const doing = `list the files at ${commit.slice(0, 12)}`
      const listed = (await ask(doing, ['ls-tree', '-r', '-z', '--full-tree', commit])).toString()
      return listed
        .split('\0')
        .flatMap(line => /^100\d+ blob \w+\t(.*)$/s.exec(line)?.[1] ?? [])
        .filter(path => path.startsWith(prefix))
        .map(path => path.slice(prefix.length))
    },
  }
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(path, 'UTF-8 text')
  }
}

const unreadable = (file: string, expected: string) =>
  new UserError('git.base-file', `Expected ${file} on the target branch to be ${expected} but found something else`, {
    file,
    hint: 'Mend the file there; it is read from there so that a change cannot change its own rules',
  })
