import type { Leaf } from '../log/leaf.ts'
import type { Approval } from './approval.ts'

/** The log's entry for an approval: what was approved, and the digest of what proves it. Who approved stands in the document alone. */
export const approvalLeaf = ({ at, of, document, url }: Approval): Leaf => ({
  v: 1,
  type: 'approval',
  at,
  ...('model' in of ? { id: `sha256:${of.model}` } : {}),
  document: `sha256:${document}`,
  ...(url === undefined ? {} : { run: url }),
})
