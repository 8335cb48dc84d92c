import { type ChildProcess, spawn } from 'node:child_process'
import { pbkdf2Sync } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './runner/free-port.ts'

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-mlflow')
/** Milliseconds that a server may take to start, on a machine that does much else. */
const PATIENCE = 240_000

/** Who administers a server with basic-auth. */
export const ADMIN = { username: 'admin', password: 'administers only tests' } as const

export interface MlflowServerOptions {
  readonly major: 2 | 3
  /** An empty folder: database and artifacts go there. */
  readonly folder: string
  /** Whether users have to say who they are: `ADMIN` does at first. */
  readonly auth?: boolean
  /** Further arguments: `--allowed-hosts`, `…`. */
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export interface MlflowServer {
  readonly url: string
  /** As the server says it: `3.17.2`. */
  readonly version: string
  /** Keeps a user's password in a form that is quickly compared: else every request of a server with basic-auth takes a quarter of a second. */
  hasten(user: { readonly username: string; readonly password: string }): void
  close(): Promise<void>
}

/** Starts the MLflow server that scripts/get-mlflow.sh has fetched, on a free port, with SQLite; it answers when this returns. */
export async function mlflowServer(options: MlflowServerOptions): Promise<MlflowServer> {
  const { major, folder, auth = false, args = [], environment = {} } = options
  const home = join(CACHE, `${major}`)
  const python = join(home, 'bin/python')
  if (!existsSync(join(home, 'done')))
    throw new Error(`Expected MLflow ${major} in ${home} but found none: run scripts/get-mlflow.sh`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(home, 'mlflow.db'), join(folder, 'mlflow.db'))
  const users = join(folder, 'basic_auth.ini')
  writeFileSync(
    users,
    [
      '[mlflow]',
      'default_permission = READ',
      `database_uri = sqlite:///${folder}/basic_auth.db`,
      `admin_username = ${ADMIN.username}`,
      `admin_password = ${ADMIN.password}`,
      'authorization_function = mlflow.server.auth:authenticate_request_basic_auth',
    ].join('\n'),
  )
  const port = await freePort()
  const log = join(folder, 'server.log')
  const out = openSync(log, 'a')
  const child = spawn(
    python,
    [
      ...['-m', 'mlflow', 'server', '--workers', '1', '--host', '127.0.0.1', '--port', `${port}`],
      ...['--backend-store-uri', `sqlite:///${folder}/mlflow.db`, '--artifacts-destination', join(folder, 'artifacts')],
      ...(auth ? ['--app-name', 'basic-auth'] : []),
      ...args,
    ],
    {
      cwd: folder,
      // Its own process group: the server starts others that outlive it.
      detached: true,
      stdio: ['ignore', out, out],
      env: {
        PATH: `${join(home, 'bin')}:${process.env.PATH}`,
        HOME: folder,
        MLFLOW_DISABLE_TELEMETRY: 'true',
        DO_NOT_TRACK: 'true',
        MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
        MLFLOW_FLASK_SERVER_SECRET_KEY: 'for tests only',
        MLFLOW_AUTH_CONFIG_PATH: users,
        ...environment,
      },
    },
  )
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + PATIENCE
  while (!(await answers(`${url}/health`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await ended(child)
      throw new Error(`MLflow ${major} did not start: ${readFileSync(log, 'utf8').slice(-3000)}`)
    }
    await wait(100)
  }
  const authorization = `Basic ${Buffer.from(`${ADMIN.username}:${ADMIN.password}`).toString('base64')}`
  const version = await fetch(`${url}/version`, { headers: auth ? { authorization } : {} })
  const hasten: MlflowServer['hasten'] = ({ username, password }) => {
    // As werkzeug writes it: method, salt, hash.
    const hash = pbkdf2Sync(password, 'salt', 1, 32, 'sha256').toString('hex')
    const users = new DatabaseSync(join(folder, 'basic_auth.db'))
    users.prepare('UPDATE users SET password_hash = ? WHERE username = ?').run(`pbkdf2:sha256:1$salt$${hash}`, username)
    users.close()
  }
  if (auth) hasten(ADMIN)
  return { url, version: (await version.text()).trim(), hasten, close: () => ended(child) }
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/** Ends the whole process group. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) resolve()
    child.once('exit', () => resolve())
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  })
}
