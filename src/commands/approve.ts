import { NAMESPACE } from '../core/identifiers.ts'
import type { Approval } from '../core/record/approvals/approval.ts'
import { approvalAudience } from '../core/record/approvals/audience.ts'
import { judgeReceipt } from '../core/record/approvals/judge-receipt.ts'
import { type Receipt, readReceipt } from '../core/record/approvals/receipt.ts'
import { ReceiptClaims } from '../core/record/approvals/receipt-claims.ts'

import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

/** GitHub's own issuer; an enterprise server is one itself: `https://HOST/_services/token`. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

export interface ApproveOptions {
  /** The model id, with or without `sha256:`. */
  readonly model: string
  /** The role that the approver counts for. */
  readonly role: string
  /** Folder the receipt is written into, as `approvals/…`. */
  readonly out: string
  readonly issuer?: string | undefined
}

export interface Approved {
  readonly approval: Approval
  /** Path of the receipt. */
  readonly path: string
  /** Its bytes, whose SHA-256 is the approval's `document`. */
  readonly content: Uint8Array
  /** Thumbprint of the key that signed the token, for a policy to pin. */
  readonly key: string
}

/**
 * Approves a model in the name of whoever started this run: asks GitHub for a token that is good for this alone, and keeps it with the
 * keys that prove it. Refuses at once what a certification would refuse later. Whether the approver holds the role, the policy says then.
 */
export async function approve(options: ApproveOptions, ports: Ports): Promise<Approved> {
  const { role, out, issuer = GITHUB_ISSUER } = options
  const model = modelId(options.model)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(role) || role.length > 100)
    throw new UserError('approve.role', `Expected the name of a role but found '${role}'`, {
      hint: 'Name one of policy.roles, e.g. --role compliance',
    })
  const token = await ports.identityTokens.token(approvalAudience(model))
  const keys = await ports.issuers.keys(issuer)
  const receipt: Receipt = { schema: `${NAMESPACE}receipt/v1`, role, token, keys }
  const content = new TextEncoder().encode(JSON.stringify(receipt))
  const read = readReceipt(content)
  if ('refused' in read) throw refused(read.refused)
  const signed = await ports.issuers.verify(token, keys)
  if ('refused' in signed) throw refused(signed.refused)
  const judged = judgeReceipt(
    { role, document: ports.sha256(content), ...signed },
    {
      model,
      workflows: [ownWorkflow(signed.claims, issuer)],
      shownKeys: new Map([[issuer, await ports.issuers.thumbprints(keys)]]),
      now: ports.now(),
    },
  )
  if ('refused' in judged) throw refused(judged.refused)
  const approval: Approval = { ...judged.approval, url: ports.context.url }
  const path = `${out}/approvals/${model.slice(0, 12)}-${approval.actorId}-${approval.document.slice(0, 12)}.receipt.json`
  await ports.files.write(path, content)
  return { approval, path, content, key: signed.key }
}

function modelId(given: string): string {
  const [, id] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(given.trim()) ?? []
  if (id !== undefined) return id
  throw new UserError('approve.model', `Expected a model id, 64 lower-case hexadecimal digits, but found '${given}'`, {
    hint: 'The gate shows it in the summary and in the comment, and as its output `model-id`',
  })
}

/** The workflow that runs, as a policy would name it: which workflows it trusts is not asked here. */
function ownWorkflow(claims: unknown, issuer: string) {
  const [workflow = '', ref = ''] = ReceiptClaims.safeParse(claims).data?.workflow_ref.split('@') ?? []
  return { name: 'this workflow', issuer, server: 'https://github.com', workflow, ref }
}

const refused = (why: string) =>
  new UserError('approve.refused', `Expected a token that approves the model but ${why}`, {
    hint: 'Start the workflow by hand (workflow_dispatch), each time a new run: a run that is started again proves nothing',
  })
