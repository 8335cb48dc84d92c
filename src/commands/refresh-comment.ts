import type { Forge, StandingCheckRun } from '../ports.ts'
import { COMMENT_MARKER, comment, commentCommit } from '../report/comment.ts'

/** Far more than any number of jobs that could interleave; a bound only so that a broken server cannot hold a runner. */
const MAX_ROUNDS = 50

/**
 * Brings the pull request's one comment up to date with the check runs on its head commit. Each job first writes its own check
 * run, then renders all of them, then looks again: the job whose write lands last has seen every other's check run, so none is
 * lost, though GitHub's comments have no compare-and-swap. A later commit's comment is left alone.
 */
export async function refreshComment(forge: Forge, commit: string): Promise<'written' | 'superseded'> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const runs = await forge.standingCheckRuns()
    const body = comment(runs, commit)
    const standing = await forge.findComment(COMMENT_MARKER)
    if (standing && commentCommit(standing.body) !== commit && (await forge.currentHead()) !== commit)
      return 'superseded'
    if (!standing) {
      const id = await forge.createComment(body)
      const oldest = await forge.findComment(COMMENT_MARKER)
      if (oldest && oldest.id !== id) {
        await forge.deleteComment(id)
        continue
      }
    } else if (standing.body !== body) await forge.updateComment(standing.id, body)
    if (same(runs, await forge.standingCheckRuns())) return 'written'
  }
  return 'written'
}

const same = (before: readonly StandingCheckRun[], after: readonly StandingCheckRun[]) => key(before) === key(after)
const key = (runs: readonly StandingCheckRun[]) =>
  runs
    .map(run => run.url)
    .sort()
    .join('\n')
