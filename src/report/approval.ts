import type { Approval } from '../core/record/approvals/approval.ts'
import { escapeText } from './markdown/escape.ts'

const modelOf = ({ of }: Approval) => ('model' in of ? `model ${of.model}` : `commit ${of.commit}`)

/** What an approval says, in one line. */
export const approvalLine = (approval: Approval): string =>
  `${approval.actor} approved ${modelOf(approval)} for ${approval.role}`

/** The same for the summary of the job, with what becomes of it. */
export const approvalSummary = (approval: Approval): string =>
  [
    '## Approved',
    '',
    `**${escapeText(approval.actor)}** approved \`${'model' in approval.of ? approval.of.model : approval.of.commit}\` for the role **${escapeText(approval.role)}**.`,
    '',
    `The receipt is \`sha256:${approval.document}\`. It counts when the model is certified, if the policy gives ${escapeText(approval.actor)} that role and trusts this workflow with approvals.`,
    '',
  ].join('\n')
