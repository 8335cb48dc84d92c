import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { UserError } from '../../core/user-error.ts'

/** Where a PostgreSQL is, as whom it is asked, and how the way there is kept. */
export interface PostgresAddress {
  /** A name, an address, or the folder of its socket. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string | undefined
  /** Undefined where nothing is encrypted. */
  readonly tls: ConnectionOptions | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** Ways that libpq knows and that are not taken: they go on in plain text, in silence, where the server likes it better. */
const MODES = ['disable', 'require', 'verify-ca', 'verify-full'] as const
const PORT = 5432

/** `postgres://host:5432/database`. Credentials come from the environment alone. To other machines the way is encrypted, and the server's certificate looked at, unless told otherwise. */
export function postgresAddress(address: string, environment: Environment): PostgresAddress {
  const {
    PROOFMARK_POSTGRES_USER: user = 'proofmark',
    PROOFMARK_POSTGRES_PASSWORD: password,
    PROOFMARK_POSTGRES_SSLMODE: asked,
  } = environment
  const url = URL.parse(address)
  const database = decoded(url?.pathname.slice(1) ?? '')
  if (
    !url ||
    !/^postgres(ql)?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.hostname === '' ||
    database === '' ||
    database.includes('/')
  ) {
    throw new UserError(
      'engine.url',
      'Expected the address of a PostgreSQL, such as postgres://postgres.example:5432/database, but found another',
      {
        hint: 'Keep credentials out of it: they are read from PROOFMARK_POSTGRES_USER and PROOFMARK_POSTGRES_PASSWORD',
      },
    )
  }
  const host = decoded(url.hostname).replace(/^\[(.*)\]$/, '$1')
  const isHere = host.startsWith('/') || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)
  const mode = MODES.find(each => each === (asked || (isHere ? 'disable' : 'verify-full')))
  if (!mode)
    throw new UserError('engine.tls', `Expected PROOFMARK_POSTGRES_SSLMODE to be one of ${MODES.join(', ')}`, {
      hint: 'Leave it out: other machines are asked by verify-full then',
    })
  if (password && mode === 'disable' && !isHere)
    throw new UserError('engine.plain-text', 'Expected an encrypted connection, as there is a password to send', {
      hint: 'Leave PROOFMARK_POSTGRES_SSLMODE out, or unset PROOFMARK_POSTGRES_PASSWORD',
    })
  return {
    host,
    port: url.port === '' ? PORT : Number(url.port),
    database,
    user,
    password: password || undefined,
    tls: mode === 'disable' ? undefined : tlsFor(mode, host, environment),
  }
}

/** As libpq has them: `require` looks at no certificate, `verify-ca` at who has signed it, `verify-full` at the name as well. */
function tlsFor(
  mode: 'require' | 'verify-ca' | 'verify-full',
  host: string,
  {
    PROOFMARK_POSTGRES_SSLROOTCERT: root,
    PROOFMARK_POSTGRES_SSLCERT: cert,
    PROOFMARK_POSTGRES_SSLKEY: key,
  }: Environment,
): ConnectionOptions {
  return {
    // An address is no name that a server could be asked for by.
    ...(/^[\d.]+$|:/.test(host) ? { host } : { servername: host }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: mode !== 'require',
    ...(mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
    ...(root ? { ca: read(root, 'PROOFMARK_POSTGRES_SSLROOTCERT') } : {}),
    ...(cert ? { cert: read(cert, 'PROOFMARK_POSTGRES_SSLCERT') } : {}),
    ...(key ? { key: read(key, 'PROOFMARK_POSTGRES_SSLKEY') } : {}),
  }
}

function read(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new UserError('engine.tls', `Expected ${name} to name a file that can be read but found none`, {
      kind: 'environment',
      hint: 'Name the file with its certificate or key, in PEM',
      cause,
    })
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
