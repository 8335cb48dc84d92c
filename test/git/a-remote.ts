import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type GitLogOptions, gitLogBranch } from '../../src/git/git-log-branch.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import type { Repository } from '../log-branch/contract.ts'

export interface Remote extends Repository {
  readonly path: string
  /** Runs git in it. */
  git(...words: string[]): string
}

/** A bare repository in a folder; `address` makes a remote of its path. */
export function aRemote(address = (path: string) => path, options: Partial<GitLogOptions> = {}): Remote {
  const root = temporaryFolder('remote')
  const path = join(root, 'log.git')
  execFileSync('git', ['init', '--quiet', '--bare', path])
  const run = (...words: string[]) => execFileSync('git', ['-C', path, ...words], { maxBuffer: 1 << 30 })
  return {
    path,
    git: (...words) =>
      run(...words)
        .toString()
        .trim(),
    open: () => gitLogBranch({ remote: address(path), branch: 'proofmark-log' }, { root, second: 1, ...options }),
    files: async () => {
      const names = run('ls-tree', '-r', '-z', '--name-only', 'proofmark-log')
        .toString()
        .split('\0')
        .filter(name => name !== '')
      return Object.fromEntries(
        names.map(name => [name, new Uint8Array(run('cat-file', 'blob', `proofmark-log:${name}`))]),
      )
    },
    history: async () =>
      run('log', '--format=%H|%P|%s', 'proofmark-log')
        .toString()
        .trim()
        .split('\n')
        .map(line => {
          const [commit = '', parents = '', message = ''] = line.split('|')
          return { commit, parents: parents.split(' ').filter(parent => parent !== ''), message }
        }),
  }
}
