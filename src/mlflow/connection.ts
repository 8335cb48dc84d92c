import { readFile } from 'node:fs/promises'
import { UserError } from '../core/user-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Where a tracking server is, and what is said to it with every request. */
export interface Connection {
  /** Its address without credentials and without a slash at the end: for messages, and to compare servers by. */
  readonly server: string
  readonly headers: Readonly<Record<string, string>>
  /** Certificate authorities, PEM, in place of those that node trusts. */
  readonly ca: string | undefined
}

/** A tracking server by MLflow's own environment variables: none but they say where it is, so that no settings file can send the credentials elsewhere. */
export async function connectionFrom(environment: Environment): Promise<Connection> {
  const { MLFLOW_TRACKING_URI: address, MLFLOW_TRACKING_SERVER_CERT_PATH: certificates } = environment
  const url = addressOf(address)
  const headers = credentials(url, environment)
  url.username = ''
  url.password = ''
  url.search = ''
  url.hash = ''
  return {
    server: url.toString().replace(/\/+$/, ''),
    headers,
    ca: certificates ? await read(certificates) : undefined,
  }
}

function addressOf(address: string | undefined): URL {
  if (!address)
    throw new UserError('mlflow.address', 'Expected the address of MLflow in MLFLOW_TRACKING_URI but found none', {
      kind: 'environment',
      hint: 'Set it as for MLflow itself, e.g. MLFLOW_TRACKING_URI=https://mlflow.example.com',
    })
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url
  throw new UserError(
    'mlflow.address',
    `Expected MLFLOW_TRACKING_URI to begin with https:// or http:// but it ${url ? `begins with ${url.protocol}` : 'is no address'}`,
    {
      kind: 'environment',
      hint: 'Give the address of a tracking server: folders, databases and Databricks are not read',
    },
  )
}

/** Who asks: a token, or a name and password, from the variables or from the address itself. */
function credentials(url: URL, environment: Environment): Record<string, string> {
  const { MLFLOW_TRACKING_TOKEN: token, MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD } = environment
  const username = MLFLOW_TRACKING_USERNAME || decodeURIComponent(url.username)
  const password = MLFLOW_TRACKING_PASSWORD || decodeURIComponent(url.password)
  if (username && password)
    return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }
  if (token) return { authorization: `Bearer ${headerValue(token)}` }
  if (!username && !password) return {}
  throw new UserError(
    'mlflow.credentials',
    `Expected MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD but found only the ${username ? 'name' : 'password'}`,
    { kind: 'environment', hint: 'Set both, or MLFLOW_TRACKING_TOKEN where the server takes tokens' },
  )
}

function headerValue(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token.trim())) return token.trim()
  throw new UserError('mlflow.credentials', 'Expected a token in MLFLOW_TRACKING_TOKEN but found text that is none', {
    kind: 'environment',
    hint: 'Take blanks and line breaks out of it',
  })
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new UserError(
      'mlflow.ca',
      `Expected the file ${path} of MLFLOW_TRACKING_SERVER_CERT_PATH but it cannot be read`,
      {
        kind: 'environment',
        hint: 'Name the PEM file of the certificate authority that signed the server’s certificate',
        cause,
      },
    )
  }
}
