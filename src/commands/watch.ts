import { instant } from '../core/record/statement/instant.ts'
import { UserError } from '../core/user-error.ts'
import { worstVerdict } from '../core/verdict.ts'
import type { PromotionTargets } from '../ports/promotion-target.ts'
import type { ReadRecord } from '../ports/record-log.ts'
import type { PromotionWorld } from './promotion/promotion-world.ts'
import { tellRecipients } from './tell-recipients.ts'
import { judgeTarget } from './watch/judge-target.ts'
import { revertTarget } from './watch/revert-target.ts'
import type { Watch, Watched } from './watch/watched.ts'

export interface WatchOptions {
  /** Kind of the targets: `mlflow`. */
  readonly scheme: string
  /** Which: `credit@champion`, `*@champion`, `all`. */
  readonly patterns: readonly string[]
  /** Whether those that point at what no certificate stands for are pointed back. */
  readonly revert: boolean
}

/** What watching asks of the world: what promoting does, but for the target. */
export type WatchWorld = Omit<PromotionWorld, 'target'> & { readonly targets: PromotionTargets }

/**
 * Looks at where targets point, and whether that is certified now; on request points them back at the certified model before, by the log.
 * One that cannot be looked at keeps no other from being so. Returns what went wrong beside what was found, for the exit code.
 */
export async function watch(
  { scheme, patterns, revert }: WatchOptions,
  world: WatchWorld,
): Promise<Watch & { readonly errors: readonly unknown[] }> {
  const { targets, recordLog, connections = {}, ports } = world
  if (revert && !recordLog)
    throw new UserError('watch.no-log', 'Expected a log, to know what was certified before, but found none', {
      hint: 'Name it in record.log of proofmark.yml: a tag of the registry is no proof of what was there',
    })
  const readLog = async () => recordLog?.read(['promotion', 'demotion', 'revocation'])
  const log = await readLog()
  const watched: Watched[] = []
  const errors: unknown[] = []
  for (const name of await targets.list(scheme, patterns)) {
    try {
      watched.push(await lookAt(name, log))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      errors.push(error)
      watched.push({ target: name, verdict: 'inconclusive', found: error.message, hint: error.hint })
    }
  }
  errors.push(...watched.flatMap(({ reverted }) => reverted?.error ?? []))
  return {
    at: instant(ports.now()),
    log: recordLog?.name,
    targets: watched,
    verdict: worstVerdict(watched.map(({ verdict }) => verdict)),
    errors,
  }

  async function lookAt(name: string, first: ReadRecord | undefined): Promise<Watched> {
    const target = await targets.open(name)
    let read = first
    // Every certificate is held against the log as it was read for all of them: it is large, and a forge counts requests.
    const here: PromotionWorld = {
      ...world,
      target,
      verify: (request, shown) =>
        world.verify(request, shown, recordLog && { ...recordLog, read: async kinds => read ?? recordLog.read(kinds) }),
    }
    let judged = await judgeTarget(here, read)
    if (judged.verdict !== 'passed') {
      // A promotion that was under way meanwhile looks like one that nobody logged: a second look tells them apart.
      read = await readLog()
      judged = await judgeTarget(here, read)
    }
    const { verdict, found, hint, pointer } = judged
    const look = { kind: 'look', target: name, verdict, at: ports.now() } as const
    errors.push(...(await tellRecipients(connections, async () => look, ports)))
    const reverted = revert && read && verdict === 'failed' ? await revertTarget(judged, read, here) : undefined
    const left = revert && verdict === 'failed' && !reverted ? 'The log has no certified model before it' : hint
    return { target: name, verdict, found, hint: left, pointer, reverted }
  }
}
