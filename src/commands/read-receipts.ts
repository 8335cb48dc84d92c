import { MAX_RECEIPT_BYTES } from '../core/record/approvals/receipt.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import type { ReceiptSource } from './collect-receipts.ts'

/** Receipts that are read at most: far more than people approve one model. */
const MOST = 200
const NAME = /\.receipt\.json$/

/** The receipts that lie here. They have no time in a log: of a folder or a glob only `*.receipt.json` are taken for receipts. */
export async function readReceipts(
  paths: readonly string[] = [],
  { files }: Pick<Ports, 'files'>,
): Promise<ReceiptSource[]> {
  if (paths.length === 0) return []
  const found = (await files.list(paths)).filter(path => paths.includes(path) || NAME.test(path))
  if (found.length > MOST)
    throw new UserError('approvals.too-many', `Expected at most ${MOST} receipts but found ${found.length}`, {
      hint: 'Name the receipts of this model alone under record.receipts',
    })
  return Promise.all(
    found.map(async name => ({ name, content: await files.read(name, { maxBytes: MAX_RECEIPT_BYTES }) })),
  )
}
