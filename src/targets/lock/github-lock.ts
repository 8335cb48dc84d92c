import { randomUUID } from 'node:crypto'
import type { Octokit } from 'octokit'
import { failureOf, isAbsent } from '../../github/failure.ts'
import { sendOnce } from '../../github/send-once.ts'
import { requireCommit, requireGithub } from '../require-github.ts'
import type { TargetWorld } from '../target-kind.ts'
import { leaseText } from './lease.ts'
import type { PromotionLock } from './promotion-lock.ts'
import { type HeldLock, takeTurns } from './take-turns.ts'

/** For how long a tag that was made for a lock is used for it, in seconds. */
const FRESH_S = 60
const TASK = { doing: 'lock the target by a ref of the repository', permission: 'contents: write' } as const

/** A ref of the repository on GitHub, which can be created once (`POST /git/refs`; 422 where it is there). It names an annotated tag, which says who holds it. */
export function githubLock(target: string, name: string, world: TargetWorld): PromotionLock {
  const github = requireGithub(target, world)
  const { owner, repo, second } = github
  const ref = `proofmark/locks/${name}`
  let mine = ''
  let made = 0

  return {
    among: `promotes through ${owner}/${repo} on GitHub`,
    hold: act =>
      takeTurns(
        {
          take: () => github.attempt(TASK, take),
          holder: () => github.attempt(TASK, holder),
          release: () => github.attempt(TASK, octokit => removeIf(octokit, mine)),
          breakOff: held => github.attempt(TASK, octokit => breakOff(octokit, held)),
          remove: `gh api -X DELETE repos/${owner}/${repo}/git/refs/${ref}`,
        },
        second,
        act,
      ),
  }

  async function take(octokit: Octokit): Promise<boolean> {
    // A lease begins when it is taken: a tag that was made minutes ago would end too early.
    if (mine === '' || Date.now() - made > FRESH_S * second) mine = await tagOfOurs(octokit)
    try {
      const create = async () =>
        (await octokit.rest.git.createRef({ owner, repo, ref: `refs/${ref}`, sha: mine })).data.object.sha
      return (await sendOnce(second, create, () => standing(octokit))) === mine
    } catch (error) {
      const failure = failureOf(error)
      const taken = failure?.kind === 'refused' && failure.status === 422 && /already exists/i.test(failure.reason)
      if (!taken) throw error
      return (await standing(octokit)) === mine
    }
  }

  async function tagOfOurs(octokit: Octokit): Promise<string> {
    const { environment } = world
    made = Date.now()
    const run = environment.GITHUB_RUN_ID ? `run ${environment.GITHUB_RUN_ID}` : `process ${process.pid}`
    const { data } = await octokit.rest.git.createTag({
      owner,
      repo,
      tag: name,
      message: `${leaseText(run, second)} ${randomUUID()}`,
      object: requireCommit(target, github.commit),
      type: 'commit',
    })
    return data.sha
  }

  async function standing(octokit: Octokit): Promise<string | undefined> {
    try {
      return (await octokit.rest.git.getRef({ owner, repo, ref })).data.object.sha
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  async function holder(octokit: Octokit): Promise<HeldLock | undefined> {
    const mark = await standing(octokit)
    if (mark === undefined) return undefined
    const { message } = (await octokit.rest.git.getTag({ owner, repo, tag_sha: mark })).data
    return { mark, words: `the ref ${ref} by ${message.split(' ').slice(0, -1).join(' ')}` }
  }

  async function removeIf(octokit: Octokit, mark: string): Promise<void> {
    if ((await standing(octokit)) === mark) await octokit.rest.git.deleteRef({ owner, repo, ref })
  }

  /** GitHub deletes without comparing: only one may, by a ref of this very lock's, which can be created once and stays. */
  async function breakOff(octokit: Octokit, { mark }: HeldLock): Promise<void> {
    try {
      await octokit.rest.git.createRef({ owner, repo, ref: `refs/${ref}-ended-${mark.slice(0, 12)}`, sha: mark })
    } catch (error) {
      const failure = failureOf(error)
      if (failure?.kind === 'refused' && failure.status === 422 && /already exists/i.test(failure.reason)) return
      throw error
    }
    await removeIf(octokit, mark)
  }
}
