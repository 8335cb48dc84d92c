import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../harness/runner/free-port.ts'

const PROGRAM = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-lakefs/lakefs-v1.84.0')
const KEY = { access_key_id: 'AKIAIOSFODNN7EXAMPLE', secret_access_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }

export interface RealLakefs {
  readonly url: string
  readonly environment: Readonly<Record<string, string>>
  /** One request to the API, as lakectl would send it. */
  ask(method: string, path: string, body?: object | string): Promise<{ status: number; json: Answer }>
  close(): Promise<void>
}

/** What a test looks at of an answer. */
export interface Answer {
  readonly message?: string
  readonly id?: string
  readonly commit_id?: string
  readonly reference?: string
  readonly version?: string
  readonly metadata?: Record<string, string>
  readonly results?: { id?: string; path?: string; type?: string }[]
}

/** Starts the lakeFS that scripts/get-lakefs.sh has built, set up with one user; `token` is what its hooks say. */
export async function realLakefs(folder: string, token: string): Promise<RealLakefs> {
  if (!existsSync(PROGRAM)) throw new Error(`Expected the program ${PROGRAM} but found none: run scripts/get-lakefs.sh`)
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const child = spawn(PROGRAM, ['run', '--local-settings'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      HOME: folder,
      LAKEFS_LISTEN_ADDRESS: `127.0.0.1:${port}`,
      LAKEFS_DATABASE_LOCAL_PATH: join(folder, 'meta'),
      LAKEFS_BLOCKSTORE_LOCAL_PATH: join(folder, 'block'),
      LAKEFS_COMMITTED_LOCAL_CACHE_DIR: join(folder, 'cache'),
      LAKEFS_STATS_ENABLED: 'false',
      LAKEFS_USAGE_REPORT_ENABLED: 'false',
      LAKEFS_EMAIL_SUBSCRIPTION_ENABLED: 'false',
      LAKEFS_SECURITY_CHECK_LATEST_VERSION: 'false',
      LAKEFS_LOGGING_LEVEL: 'WARN',
      LAKEFSACTION_PROOFMARK_TOKEN: token,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said = `${said}${chunk}`.slice(-4000)
    })
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 240_000
  while (
    !(await fetch(`${url}/_health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`lakeFS did not start: ${said}`)
    await wait(50)
  }
  const authorization = `Basic ${Buffer.from(`${KEY.access_key_id}:${KEY.secret_access_key}`).toString('base64')}`
  const server: RealLakefs = {
    url,
    environment: {
      LAKEFS_ENDPOINT: url,
      LAKEFS_ACCESS_KEY_ID: KEY.access_key_id,
      LAKEFS_SECRET_ACCESS_KEY: KEY.secret_access_key,
    },
    async ask(method, path, body) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization,
          ...(body === undefined
            ? {}
            : { 'content-type': typeof body === 'string' ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : {} }
    },
    close: () =>
      new Promise<void>(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
  const set = await server.ask('POST', '/setup_lakefs', { username: 'admin', key: KEY })
  if (set.status !== 200) throw new Error(`lakeFS was not set up: ${JSON.stringify(set)}`)
  return server
}
