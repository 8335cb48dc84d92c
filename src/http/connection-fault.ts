import { SilentServer } from './silent-server.ts'

/** Why there is no answer. */
export interface ConnectionFault {
  /** For a sentence, after "found". */
  readonly found: string
  /** What to look at first. */
  readonly hint: string
  /** Whether another try may fare better. */
  readonly again: boolean
}

/** What a connection failed of, in words. */
export function connectionFault(error: unknown): ConnectionFault {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error instanceof SilentServer)
    return { found: error.message, hint: 'The server or the network is overloaded: run it again later', again: true }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      found: `a certificate that is not trusted (${code})`,
      hint: 'Name the file of its certificate authority in NODE_EXTRA_CA_CERTS',
      again: false,
    }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      found: `no such host (${code})`,
      hint: 'Check the name of the host, and that this machine has a network',
      again: code === 'EAI_AGAIN',
    }
  return {
    found: `no connection${code === '' ? '' : ` (${code})`}`,
    hint: 'Check the address, that the server runs, and that this machine can reach it',
    again: true,
  }
}
