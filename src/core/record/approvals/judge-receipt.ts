import { instant } from '../statement/instant.ts'
import type { TrustedApprovalWorkflow } from '../trust/trust.ts'
import type { Approval } from './approval.ts'
import { approvalAudience } from './audience.ts'
import { ReceiptClaims } from './receipt-claims.ts'
import { type KeyTrust, keyTrustOf } from './receipt-keys.ts'
import { timeProblem } from './receipt-time.ts'

/** A receipt whose token was signed by one of the keys kept with it; nothing else about it is known to be true. */
export interface SignedReceipt {
  readonly role: string
  /** SHA-256 of the receipt's bytes. */
  readonly document: string
  readonly claims: unknown
  /** Thumbprint of the key that signed. */
  readonly key: string
}

/** What a receipt is held against. */
export interface ReceiptBar {
  /** The model id that must have been approved. */
  readonly model: string
  readonly workflows: readonly TrustedApprovalWorkflow[]
  /** When the log says it came in; none where there is no log. */
  readonly loggedAt?: Date | undefined
  /** Thumbprints of the keys that each issuer shows now, by issuer; none where nobody was asked. */
  readonly shownKeys?: ReadonlyMap<string, readonly string[]> | undefined
  readonly now: Date
}

/** The approval that a receipt proves and what its proof rests on, or why it proves none; a phrase. */
export type JudgedReceipt = { readonly approval: Approval; readonly restsOn: KeyTrust } | { readonly refused: string }

/** GitHub's own bots, and apps: a workflow may start another in their name. */
const BOT = /\[bot\]$/

/**
 * Whether a receipt proves that somebody approved this very model: the token is of a trusted workflow that somebody has started by
 * hand, of its first attempt, for this model id alone, and came into the log while it was fresh. Nothing is compared by prefix.
 */
export function judgeReceipt({ role, document, claims: told, key }: SignedReceipt, bar: ReceiptBar): JudgedReceipt {
  const read = ReceiptClaims.safeParse(told)
  if (!read.success) {
    const [issue] = read.error.issues
    return { refused: `its claim ${issue?.path.join('.') || 'set'} is wrong: ${issue?.message}` }
  }
  const claims = read.data
  const workflow = bar.workflows.find(each => `${each.workflow}@${each.ref}` === claims.workflow_ref)
  const problem =
    audienceProblem(claims, bar.model) ??
    (workflow === undefined
      ? `it is of the workflow ${claims.workflow_ref}, which the policy does not trust with approvals`
      : workflowProblem(claims, workflow)) ??
    personProblem(claims) ??
    timeProblem(claims, bar)
  if (problem !== undefined || workflow === undefined) return { refused: problem ?? 'no workflow is trusted' }
  const trust = keyTrustOf(key, workflow, bar)
  if ('refused' in trust) return trust
  return {
    restsOn: trust.restsOn,
    approval: {
      role,
      actor: claims.actor,
      actorId: claims.actor_id,
      at: instant(new Date(claims.iat * 1000)),
      of: { model: bar.model },
      document,
      url: `${workflow.server.replace(/\/+$/, '')}/${claims.repository}/actions/runs/${claims.run_id}`,
    },
  }
}

function audienceProblem({ aud }: ReceiptClaims, model: string): string | undefined {
  return aud === approvalAudience(model) ? undefined : `it is for ${aud}, not for this model`
}

function workflowProblem(claims: ReceiptClaims, workflow: TrustedApprovalWorkflow): string | undefined {
  const { iss, job_workflow_ref: job, repository_id: id, runner_environment: runner } = claims
  const ids = workflow['repository-ids']
  if (iss !== workflow.issuer) return `it was issued by ${iss}, not by ${workflow.issuer}`
  if (job !== undefined && job !== claims.workflow_ref) return `its job is written in another workflow (${job})`
  if (ids !== undefined && !ids.includes(id))
    return `it is of the repository with the number ${id}, not ${ids.join(' or ')}`
  if (workflow.runner !== undefined && runner !== workflow.runner)
    return `it ran on a runner that is ${runner ?? 'of no known kind'}, not ${workflow.runner}`
  return undefined
}

function personProblem({ actor, event_name: event, run_attempt: attempt }: ReceiptClaims): string | undefined {
  if (event !== 'workflow_dispatch') return `its run was started by ${event}, not by a person (workflow_dispatch)`
  if (attempt !== '1')
    return `it is of attempt ${attempt} of the run, which somebody else than ${actor} may have started`
  return BOT.test(actor) ? `${actor} is no person` : undefined
}
