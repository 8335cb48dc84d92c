import { UserError } from '../core/user-error.ts'
import { firstWords, otherFailure } from '../git/explain-git.ts'
import { runGit } from '../git/run-git.ts'

const SECONDS = 60
const NAME = /^[^\0-\x1f~^:?*[\\ -][^\0-\x1f:?*[\\ ]{0,249}$/

/** Reads files of the git repository that a folder is in, as they were. */
export interface GitTexts {
  /** The commit that a revision names. */
  commit(revision: string): Promise<string>
  /** Where this branch left that revision. */
  base(revision: string): Promise<string>
  /** By path from the folder; those that are not there are left out. */
  texts(commit: string, paths: readonly string[]): Promise<Map<string, string>>
  /** Names of files of a commit at or below the folder that end so. */
  named(commit: string, ending: string): Promise<string[]>
}

export function gitTexts(folder: string, environment: Readonly<Record<string, string | undefined>>): GitTexts {
  const env = Object.fromEntries([
    ...Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ['LC_ALL', 'C'],
    ['GIT_TERMINAL_PROMPT', '0'],
  ])
  const git = (words: readonly string[], input = '') => runGit(words, env, { folder, seconds: SECONDS, input })

  async function commit(revision: string): Promise<string> {
    if (!NAME.test(revision))
      throw new UserError('dvc.revision', `Expected a revision of git's but found '${revision}'`, {
        hint: 'Name a branch, a tag or a commit',
      })
    const end = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
    if (end.code === 0) return end.output.toString().trim()
    throw new UserError(
      'dvc.revision',
      `Expected the revision '${revision}' in this git repository but found none${end.said === '' ? '' : ` (${firstWords(end.said)})`}`,
      {
        hint: 'Fetch it first; with actions/checkout set fetch-depth: 0',
      },
    )
  }

  return {
    commit,
    async base(revision) {
      const end = await git(['merge-base', await commit(revision), 'HEAD'])
      if (end.code === 0) return end.output.toString().trim()
      throw new UserError(
        'dvc.no-base',
        `Expected a commit that this branch and '${revision}' have in common but found none`,
        {
          hint: 'The clone may be shallow: with actions/checkout set fetch-depth: 0',
          kind: 'environment',
        },
      )
    },
    async texts(at, paths) {
      const asked = paths.filter(path => !/[\n\r]/.test(path))
      const end = await git(['cat-file', '--batch'], asked.map(path => `${at}:./${path}\n`).join(''))
      if (end.code !== 0) throw otherFailure('read earlier pointers', end)
      return batch(end.output, asked)
    },
    async named(at, ending) {
      const end = await git(['ls-tree', '-r', '-z', '--name-only', at])
      if (end.code !== 0) throw otherFailure('list the files of a commit', end)
      return end.output
        .toString()
        .split('\0')
        .filter(name => name.endsWith(ending))
    },
  }
}

/** Reads `<name> blob <size>\n<content>\n` or `<name> missing\n` for each path. */
function batch(output: Buffer, paths: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>()
  let at = 0
  for (const path of paths) {
    const end = output.indexOf(10, at)
    const size = / blob (\d+)$/.exec(output.subarray(at, end).toString())?.[1]
    const other = / (?:tree|commit|tag) (\d+)$/.exec(output.subarray(at, end).toString())?.[1]
    at = end + 1
    const length = Number(size ?? other ?? Number.NaN)
    if (Number.isNaN(length)) continue
    if (size !== undefined) texts.set(path, output.subarray(at, at + length).toString('utf8'))
    at += length + 1
  }
  return texts
}
