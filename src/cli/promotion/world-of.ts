import type { PromotionWorld } from '../../commands/promotion/promotion-world.ts'
import { verify } from '../../commands/verify.ts'
import { compose, composeTargets } from '../../compose.ts'
import { UserError } from '../../core/user-error.ts'
import { environmentContext } from '../../github/context.ts'
import type { Log } from '../../ports.ts'
import type { ParsedFlags } from '../parse-flags.ts'
import { logOf } from './log-flags.ts'

/** The world as the flags of `promote` and `demote` name it. */
export async function worldOf(parsed: ParsedFlags, log: Log, usage: string): Promise<PromotionWorld> {
  const one = (name: string) => parsed.values.get(name)?.at(-1)
  const [to, key] = [one('to'), one('key')]
  if (to === undefined) throw incomplete('--to to name the target but found nothing', usage)
  if (key === undefined) throw incomplete('--key to name the public key of the certifier but found nothing', usage)
  const context = environmentContext(process.env)
  const ports = compose(process.cwd(), log, context)
  const target = await composeTargets(process.cwd(), context, process.env.GITHUB_TOKEN).open(to)
  return {
    ports,
    target,
    verify: (request, shown) => verify({ ...request, key }, shown),
    recordLog: await logOf(parsed, ports),
    by: one('by') ?? whoAsks(),
  }
}

/** The login that a runner knows, else the user's. */
export const whoAsks = (): string | undefined => process.env.GITHUB_ACTOR || process.env.USER || process.env.USERNAME

export const incomplete = (what: string, usage: string): UserError =>
  new UserError('promotion.incomplete', `Expected ${what}`, { hint: usage })
