import type { TargetWorld } from '../target-kind.ts'
import { lockName } from './lock-name.ts'
import type { PromotionLock } from './promotion-lock.ts'

/**
 * The lock of a target, outside of it: a ref on GitHub where there is a token for the repository of the run, and a commit of it for the ref to name; else a ref of the git
 * remote `origin`, else (or where `file` is asked for, as under a lock that the pipeline holds) a file on this machine. `locked`
 * names what is locked: the target, and the server it is on.
 */
export async function openLock(
  target: string,
  locked: string,
  kind: 'file' | undefined,
  world: TargetWorld,
): Promise<PromotionLock> {
  const name = lockName(locked)
  if (kind === undefined && world.github?.commit !== undefined)
    return (await import('./github-lock.ts')).githubLock(target, name, world)
  const git = kind === undefined ? await (await import('./git-lock.ts')).gitLock(name, world) : undefined
  return git ?? (await import('./file-lock.ts')).fileLock(name)
}
