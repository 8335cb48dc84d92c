/** Codes of the way to a server, not of the server. */
const LOST = /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNRESET|EPIPE)$/

/** What PostgreSQL says of a fault, in one line, with the code that the SQL standard gives it. */
export function faultOf(cause: unknown): { readonly code: string | undefined; readonly said: string } {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  const message = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.slice(0, 300) ?? ''
  if (isLost(code)) return { code, said: 'the connection was lost' }
  if (code === 'SASL_SIGNATURE_MISMATCH')
    return { code, said: 'a server that has not shown that it knows the password' }
  return { code, said: code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? `${code}: ${message}` : message }
}

/** Whether a code says that there was a way to the server, and is none any more. */
export const isLost = (code: string | undefined): boolean => code !== undefined && LOST.test(code)
