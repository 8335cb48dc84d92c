const CODE = 'PROTOCOL_FAULT'

/** A server that does not do what PostgreSQL's protocol says; for a sentence, after "found". */
export const protocolFault = (found: string): Error => Object.assign(new Error(found), { code: CODE })

/** Whether an error is one, or was caused by one. */
export const isProtocolFault = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === CODE) || isProtocolFault(error.cause))
