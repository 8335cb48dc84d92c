import type { LeafType } from '../core/record/log/leaf.ts'
import { faultVerdict, LogFaultError } from '../core/record/log/log-fault.ts'
import { modelId } from '../core/record/model/model-id.ts'
import { chooseModels } from '../core/record/promotion/choose-models.ts'
import { type Due, duesOf } from '../core/record/promotion/dues-of.ts'
import type { Life, TargetLife } from '../core/record/promotion/life.ts'
import { lifeOf } from '../core/record/promotion/life-of.ts'
import { readPointer } from '../core/record/promotion/pointer.ts'
import { UserError } from '../core/user-error.ts'
import { type Verdict, worstVerdict } from '../core/verdict.ts'
import type { PromotionTargets } from '../ports/promotion-target.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports } from '../ports.ts'
import { messageOf } from './promotion/message-of.ts'
import { pointing } from './promotion/read-standing.ts'

export interface StatusOptions {
  /** Which models; all of them where it is left out. */
  readonly model?: string | undefined
  /** Whether the targets themselves are asked, or the log is believed. */
  readonly offline?: boolean | undefined
  /** The same log without its witnesses: told of where too few of them have seen the log, or too long ago, and never as `passed`. */
  readonly unwitnessed?: RecordLog | undefined
}

/** A target by the log, and as it was found. */
export interface TargetStatus extends TargetLife {
  readonly verdict: Verdict
  /** What was found there, and what is wrong with it. */
  readonly found: string
}

export interface Status {
  readonly log: string
  /** Why the witnesses of the log do not stand for what it says: a revocation could be missing. */
  readonly unwitnessed?: string
  readonly life: Life
  readonly targets: readonly TargetStatus[]
  readonly dues: readonly Due[]
  /** `failed` where a target points at what it should not, or elsewhere than the log says; `inconclusive` where that cannot be told. */
  readonly verdict: Verdict
}

/** What the log says of every model, and whether each target still points where the log says, at the bytes that were certified. */
export async function status(
  options: StatusOptions,
  recordLog: RecordLog,
  targets: PromotionTargets,
  ports: Ports,
): Promise<Status> {
  const { leaves, documents, unwitnessed } = await readWatched(recordLog, options.unwitnessed)
  const whole = lifeOf(leaves, documents, ports.now())
  const life = options.model === undefined ? whole : chooseModels(whole, options.model)
  if (options.model !== undefined && life.models.length === 0)
    throw new UserError(
      'status.no-model',
      `Expected a model called '${options.model}' in ${recordLog.name} but found none`,
      {
        hint: whole.models.length === 0 ? 'The log has none yet' : `It has ${namesOf(whole)}`,
      },
    )
  const found: TargetStatus[] = []
  for (const target of life.targets) found.push(await lookAt(target, options, targets, ports))
  return {
    log: recordLog.name,
    life,
    targets: found,
    dues: duesOf(life),
    verdict: worstVerdict([unwitnessed === undefined ? 'passed' : 'inconclusive', ...found.map(each => each.verdict)]),
    ...(unwitnessed === undefined ? {} : { unwitnessed }),
  }
}

const TOLD: readonly LeafType[] = [
  'certificate',
  'refusal',
  'approval',
  'waiver',
  'promotion',
  'demotion',
  'revocation',
  'review',
]

/** The log as its witnesses stand for it; without them, where that is all that is wrong with it, with what is wrong. */
async function readWatched(watched: RecordLog, unwatched: RecordLog | undefined) {
  try {
    return { ...(await watched.read(TOLD)), unwitnessed: undefined }
  } catch (error) {
    if (!unwatched || !(error instanceof LogFaultError) || faultVerdict(error.fault.fault) !== 'inconclusive')
      throw error
    return { ...(await unwatched.read(TOLD)), unwitnessed: error.message }
  }
}

async function lookAt(
  known: TargetLife,
  { offline }: StatusOptions,
  targets: PromotionTargets,
  { sha256 }: Ports,
): Promise<TargetStatus> {
  const told = (verdict: Verdict, found: string): TargetStatus => ({ ...known, verdict, found })
  const wrong = known.problem === undefined ? undefined : PROBLEM[known.problem]
  if (offline) return wrong === undefined ? told('passed', 'not asked') : told('failed', wrong)
  try {
    const target = await targets.open(known.target)
    const { pointer } = await target.current()
    if (pointer === undefined)
      return told('failed', `drift: it points at nothing, the log says ${known.to?.name ?? 'nothing'}`)
    if (sha256(pointer) !== known.pointer) {
      const read = readPointer(pointer)
      const there = 'pointer' in read ? pointing(read.pointer) : 'what Proofmark did not write'
      return told('failed', `drift: it points at ${there}, which is not the log’s last word`)
    }
    if (wrong !== undefined) return told('failed', wrong)
    const stored = known.to === null ? undefined : await target.stored(known.to.id)
    if (stored === undefined) return told('passed', 'it points where the log says')
    const files = [...stored].map(([name, digest]) => ({ name, digest: { sha256: digest } }))
    return files.length > 0 && modelId(files, sha256) === known.to?.id
      ? told('passed', 'it points where the log says, at the certified bytes')
      : told('failed', 'drift: the bytes there are not the certified ones')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return wrong === undefined ? told('inconclusive', `cannot be read: ${messageOf(error)}`) : told('failed', wrong)
  }
}

const PROBLEM: Record<NonNullable<TargetLife['problem']>, string> = {
  revoked: 'every certificate of its model is revoked',
  expired: 'the certificate of its model has expired',
  uncertified: 'the log has no certificate of its model that holds now',
}

const namesOf = ({ models }: Life) => {
  const names = [...new Set(models.map(({ name }) => name))]
  return `${names.slice(-5).join(', ')}${names.length > 5 ? ', …' : ''}`
}
