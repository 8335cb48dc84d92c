import { UserError } from '../../core/user-error.ts'
import { connectionFault } from '../../http/connection-fault.ts'
import { faultOf, isLost } from './fault-of.ts'
import { isProtocolFault } from './messages/protocol-fault.ts'
import type { PostgresAddress } from './postgres-address.ts'

/** A server that lets nobody in, or does not answer as PostgreSQL does. */
export function refused({ host, port }: PostgresAddress, cause: unknown): UserError {
  if (cause instanceof UserError) return cause
  const where = `${host}:${port}`
  const { code, said } = faultOf(cause)
  // Classes 28 and 3D: who asks is unknown, or may not; the database is.
  if (code !== undefined && /^(28|3D|42501)/.test(code))
    return new UserError('engine.permission', `Expected PostgreSQL at ${where} to let us in but found: ${said}`, {
      kind: 'environment',
      hint: 'Check PROOFMARK_POSTGRES_USER, PROOFMARK_POSTGRES_PASSWORD and the database in the address',
      cause,
    })
  const { found, hint } = connectionFault(cause)
  return new UserError(
    'engine.connection',
    `Expected PostgreSQL to answer at ${where} but found ${isToldOf(code) ? said : found}`,
    { kind: 'environment', hint: hintFor(cause, code, found) ?? hint, cause },
  )
}

/** What to look at first, where PostgreSQL has more to say of it than of any server. */
function hintFor(cause: unknown, code: string | undefined, found: string): string | undefined {
  if (isProtocolFault(cause))
    return 'Check that the address is that of a PostgreSQL, and look at what stands between: no other protocol is spoken'
  if (code === 'SASL_SIGNATURE_MISMATCH')
    return 'Check the address, and that PROOFMARK_POSTGRES_PASSWORD is the password there: it may be another server'
  return /^a certificate/.test(found)
    ? 'Name the file of its certificate authority in PROOFMARK_POSTGRES_SSLROOTCERT'
    : undefined
}

/** Whether what is said of it is more than its code. */
const isToldOf = (code: string | undefined): boolean =>
  code === undefined ||
  isLost(code) ||
  /^(SASL_SIGNATURE_MISMATCH|PROTOCOL_FAULT)$/.test(code) ||
  /^[0-9A-Z]{5}$/.test(code)
