import { instant } from '../statement/instant.ts'
import type { ReceiptBar } from './judge-receipt.ts'
import type { ReceiptClaims } from './receipt-claims.ts'

const MINUTE_MS = 60_000

/** How late after it was issued a token may come into the log: a stolen one is of no use later. */
const WINDOW_MS = 60 * MINUTE_MS

/** How far two clocks may be apart. */
const SKEW_MS = 5 * MINUTE_MS

/** What is wrong with the time of a token: the issuer's clock counts, never the runner's own. */
export function timeProblem(
  { iat, exp }: Pick<ReceiptClaims, 'iat' | 'exp'>,
  { loggedAt, now }: Pick<ReceiptBar, 'loggedAt' | 'now'>,
): string | undefined {
  const issued = iat * 1000
  const said = instant(new Date(issued))
  if (exp <= iat) return `it expired when it was issued (${said})`
  if (issued > now.getTime() + SKEW_MS) return `it was issued at ${said}, which is yet to come`
  if (loggedAt === undefined) return undefined
  const late = loggedAt.getTime() - issued
  if (late < -SKEW_MS) return `it came into the log at ${instant(loggedAt)}, before it was issued (${said})`
  if (late > WINDOW_MS + SKEW_MS)
    return `it came into the log at ${instant(loggedAt)}, more than an hour after it was issued (${said})`
  return undefined
}
