import { appendToLog } from '../../../src/commands/log/append-to-log.ts'
import { gitLogBranch } from '../../../src/git/git-log-branch.ts'
import { githubLogBranch } from '../../../src/github/log/github-log-branch.ts'
import type { LogBranch } from '../../../src/ports.ts'
import { certificateOf, ORIGIN, SIGNER, writerPorts } from '../../log-branch/a-writer.ts'

/** What a writer is told; `remote` for a git remote, else a GitHub. */
export interface Job {
  readonly name: string
  readonly appends: number
  readonly branch: string
  readonly remote?: string
  readonly github?: { readonly token: string; readonly apiUrl: string; readonly repository: string }
}

/** What it says of every append, and how often it asked in vain. */
export interface Said {
  readonly text: string
  readonly index: number
  readonly proof: string
}

/** The branch, whose answers are counted. */
function opened({ branch, remote, github }: Job): LogBranch {
  if (github !== undefined) return githubLogBranch({ ...github, second: 20 }, branch)
  return gitLogBranch({ remote: remote ?? '', branch }, { root: '/', second: 20 })
}

process.once('message', async (job: Job) => {
  const counted = { conflict: 0, lost: 0, committed: 0 }
  const inner = opened(job)
  const branch: LogBranch = {
    ...inner,
    async commit(parent, change) {
      const result = await inner.commit(parent, change)
      counted[typeof result === 'string' ? result : 'committed'] += 1
      return result
    },
  }
  for (let n = 0; n < job.appends; n += 1) {
    const text = `${job.name}, ${n}`
    const { entries } = await appendToLog(
      [certificateOf(text)],
      { branch, origin: ORIGIN, signer: SIGNER },
      writerPorts(400),
    )
    const said: Said[] = entries.map(({ index, proof }) => ({ text, index, proof }))
    process.send?.({ said })
  }
  process.send?.({ counted }, undefined, undefined, () => process.disconnect())
})
