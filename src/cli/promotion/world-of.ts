import { readOnce } from '../../commands/log/read-once.ts'
import type { PromotionWorld } from '../../commands/promotion/promotion-world.ts'
import { verify } from '../../commands/verify.ts'
import { composeTargets } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import type { ParsedFlags } from '../parse-flags.ts'
import { trustedLogOf } from './trusted-log-of.ts'

/** The world as the flags of `promote` and `demote` name it, and how paths that were typed here are seen from the settings' folder. */
export async function worldOf(
  parsed: ParsedFlags,
  usage: string,
): Promise<PromotionWorld & { rebase(path: string): string; done(): void }> {
  const one = (name: string) => parsed.values.get(name)?.at(-1)
  const to = one('to')
  if (to === undefined) throw incomplete('--to to name the target but found nothing', usage)
  const { ports, place, connections, recordLog: log, trust, done } = await trustedLogOf(parsed)
  const recordLog = log && readOnce(log)
  const target = await composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN).open(to)
  const name = one('name')
  return {
    ports,
    target,
    verify: (request, shown) => verify({ ...request, key: trust, name, log: recordLog }, shown),
    recordLog,
    connections,
    by: one('by') ?? whoAsks(),
    rebase: place.rebase,
    done,
  }
}

/** Variables that hold a login: GitHub's, GitLab's, that of Jenkins' plugin build-user-vars, the system's. */
const LOGINS = ['GITHUB_ACTOR', 'GITLAB_USER_LOGIN', 'BUILD_USER_ID', 'USER', 'USERNAME']

/** The login that a CI knows, else the user's. */
export const whoAsks = (): string | undefined => LOGINS.map(name => process.env[name]).find(Boolean)

export const incomplete = (what: string, usage: string): UserError =>
  new UserError('promotion.incomplete', `Expected ${what}`, { hint: usage })
