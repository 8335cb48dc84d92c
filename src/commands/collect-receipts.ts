import { type JudgedReceipt, judgeReceipt } from '../core/record/approvals/judge-receipt.ts'
import { readReceipt } from '../core/record/approvals/receipt.ts'
import type { ProvenApprovals } from '../core/record/approvals/review-approvals.ts'
import type { ApprovalRule } from '../core/record/policy/approval-rule.ts'
import type { Policy } from '../core/record/policy/policy.ts'
import type { Ports } from '../ports.ts'
import { rolesOf } from './roles-of.ts'

/** A receipt as it was found. */
export interface ReceiptSource {
  /** Where, for messages. */
  readonly name: string
  readonly content: Uint8Array
  /** When the log has it come in; none where it is not in a log. */
  readonly loggedAt?: Date | undefined
}

export interface Receipts extends ProvenApprovals {
  /** Why others prove nothing; a phrase each. */
  readonly refused: readonly string[]
}

/** The approvals that receipts prove, each by a person who holds the role it is for. */
export async function collectReceipts(
  {
    sources,
    policy,
    required,
    model,
  }: {
    readonly sources: readonly ReceiptSource[]
    readonly policy: Policy
    readonly required: readonly ApprovalRule[]
    readonly model: string
  },
  ports: Ports,
): Promise<Receipts> {
  const shownKeys = await keysShown(sources, policy, ports)
  const approvals: ProvenApprovals['approvals'][number][] = []
  const documents = new Map<string, string>()
  const refused: string[] = []
  for (const { name, content, loggedAt } of sources) {
    const judged = await proven(content, { model, policy, loggedAt, shownKeys }, ports)
    if ('refused' in judged) {
      refused.push(`the receipt ${name} proves nothing: ${judged.refused}`)
      continue
    }
    const { approval } = judged
    const held = await rolesOf({ login: approval.actor, id: approval.actorId }, required, policy, ports)
    if (held.includes(approval.role)) {
      approvals.push(approval)
      documents.set(approval.document, new TextDecoder().decode(content))
    } else refused.push(`${approval.actor} approved for ${approval.role} but is not one of those`)
  }
  return { approvals, documents, refused }
}

/** Verifies one receipt: its signature by the keys kept with it, and what it says by the policy. Needs no network. */
export async function proven(
  content: Uint8Array,
  {
    model,
    policy,
    loggedAt,
    shownKeys,
  }: {
    readonly model: string
    readonly policy: Pick<Policy, 'trust'>
    readonly loggedAt?: Date | undefined
    readonly shownKeys?: ReadonlyMap<string, readonly string[]> | undefined
  },
  { issuers, sha256, now }: Pick<Ports, 'issuers' | 'sha256' | 'now'>,
): Promise<JudgedReceipt> {
  if (loggedAt === undefined && policy.trust?.log !== undefined)
    return { refused: 'it is not in the log, which alone says when it was given' }
  const receipt = readReceipt(content)
  if ('refused' in receipt) return receipt
  const signed = await issuers.verify(receipt.token, receipt.keys)
  if ('refused' in signed) return signed
  return judgeReceipt(
    { role: receipt.role, document: sha256(content), ...signed },
    { model, workflows: policy.trust?.['approval-workflows'] ?? [], loggedAt, shownKeys, now: now() },
  )
}

/** Thumbprints of the keys that the trusted issuers show, where the policy pins none: asked once each, and only where there is a receipt. */
async function keysShown(
  sources: readonly ReceiptSource[],
  policy: Policy,
  { issuers }: Ports,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const shown = new Map<string, readonly string[]>()
  if (sources.length === 0) return shown
  for (const { issuer, keys } of policy.trust?.['approval-workflows'] ?? [])
    if (keys === undefined && !shown.has(issuer))
      shown.set(issuer, await issuers.thumbprints(await issuers.keys(issuer)))
  return shown
}
