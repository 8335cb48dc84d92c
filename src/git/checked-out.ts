import { UserError } from '../core/user-error.ts'
import { runInClone } from './run-in-clone.ts'

/** What is checked out in a folder, as far as git tells; empty of a folder that no repository holds, and where there is no git. */
export interface CheckedOut {
  readonly commit?: string
  /** The branch, in full; none where HEAD is a commit. */
  readonly ref?: string
  /** Address of the remote `origin`, as the settings have it: it may hold credentials. */
  readonly remote?: string
  /** Whether files that git tracks are otherwise than in the commit; only where `changes` was asked for. */
  readonly changed?: boolean
}

/** Asks git what is checked out. Nothing that it cannot tell is an error: it is display. */
export async function checkedOut(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  { changes = false }: { readonly changes?: boolean } = {},
): Promise<CheckedOut> {
  const said = async (...words: string[]) => {
    const { code, output } = await runInClone(folder, env, words)
    return code === 0 ? output.toString().trim() : undefined
  }
  try {
    const [commit, ref, remote, changed] = await Promise.all([
      said('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
      said('symbolic-ref', '--quiet', 'HEAD'),
      said('config', '--get', 'remote.origin.url'),
      changes ? said('status', '--porcelain', '--untracked-files=no', '--ignore-submodules=dirty') : undefined,
    ])
    return {
      ...(commit && { commit }),
      ...(ref && { ref }),
      ...(remote && { remote }),
      ...(changes && { changed: changed !== '' }),
    }
  } catch (error) {
    if (error instanceof UserError) return {}
    throw error
  }
}
