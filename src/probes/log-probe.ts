import type { LogBranch } from '../ports/log-branch.ts'
import type { Finding } from '../ports/probe.ts'
import { failure } from './failure.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

/** The branch that keeps the log, where the settings name one. */
export const logProbe: ProbeKind = {
  async open(world) {
    const log = world.settings?.record.log
    if (log === undefined) return []
    const place = log.remote ?? log.repository ?? world.context.repository
    return [{ name: `Log ${place === undefined ? '' : `${place}@`}${log.branch}`, ask: () => findings(world) }]
  },
}

async function findings(world: ProbeWorld): Promise<readonly Finding[]> {
  const written = await key(world)
  try {
    const branch = await openBranch(world)
    if (branch === undefined)
      return [
        {
          asked: 'branch',
          status: 'fail',
          found: 'nobody says where it is kept',
          remedy: 'Name record.log.repository or record.log.remote; on a runner GITHUB_REPOSITORY does',
        },
      ]
    const head = await branch.head()
    if (head !== undefined) return [{ asked: 'branch', status: 'ok', found: `at ${head.slice(0, 12)}` }, ...written]
    const remedy = 'Begin it with proofmark log init; or the token may not read it'
    return [{ asked: 'branch', status: 'fail', found: 'there is none', remedy }, ...written]
  } catch (error) {
    return [failure('branch', error), ...written]
  }
}

async function openBranch({ settings, root, environment, context }: ProbeWorld): Promise<LogBranch | undefined> {
  const log = settings?.record.log
  if (log?.remote !== undefined) {
    const { gitLogBranch } = await import('../git/git-log-branch.ts')
    return gitLogBranch({ remote: log.remote, branch: log.branch }, { root, env: environment })
  }
  const repository = log?.repository ?? context.repository
  if (log === undefined || repository === undefined) return undefined
  const [{ githubLogBranch }, { logConnection }] = await Promise.all([
    import('../github/log/github-log-branch.ts'),
    import('../github/log/log-connection.ts'),
  ])
  return githubLogBranch(logConnection(environment, repository), log.branch)
}

/** Only who writes to the log needs its key. */
async function key({ settings, environment, root }: ProbeWorld): Promise<readonly Finding[]> {
  if (environment.PROOFMARK_LOG_KEY) return [{ asked: 'key', status: 'ok', found: 'in PROOFMARK_LOG_KEY' }]
  const path = settings?.record.log?.key
  const { localFiles } = await import('../files/local-files.ts')
  if (path !== undefined && (await localFiles(root).exists(path)))
    return [{ asked: 'key', status: 'ok', found: `in ${path}` }]
  const remedy = 'Set the secret PROOFMARK_LOG_KEY in jobs that write to the log'
  return [{ asked: 'key', status: 'warn', found: 'none: the log can only be read', remedy }]
}
