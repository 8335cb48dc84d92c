import { approvalLeaf } from '../core/record/approvals/approval-leaf.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Approved } from './approve.ts'

/** Enters an approval in the log with its receipt: from then on the log says when it was given. */
export const enterApproval = ({ approval, content }: Approved, log: RecordLog): Promise<void> =>
  log.append(approvalLeaf(approval), new TextDecoder().decode(content))
