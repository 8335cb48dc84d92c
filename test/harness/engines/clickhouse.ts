import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const HOME = process.env.PROOFMARK_CLICKHOUSE ?? join(homedir(), '.cache/proofmark-clickhouse')

/** The engine of ClickHouse, embedded in a process of its own, behind as much of the HTTP interface as is spoken here. */
export interface ClickhouseEngine {
  readonly url: string
  /** Runs a statement of any kind. */
  run(sql: string): Promise<string>
  /** The ids of statements that it was told to end, and what it said of each. */
  killed(): string[]
  /** Ends it at once. */
  kill(): Promise<void>
}

/** What an engine starts with. */
export interface ClickhouseOptions {
  /** The folder of its data, where another is started on the same after it. */
  readonly data?: string
  /** All that who asks may do, as GRANT statements; everything unless said. */
  readonly grants?: readonly string[]
}

/** Starts what `scripts/get-clickhouse.sh` has fetched. */
export async function startClickhouse({ data, grants }: ClickhouseOptions = {}): Promise<ClickhouseEngine> {
  if (!existsSync(join(HOME, '.complete')))
    throw new Error(`There is no ClickHouse in ${HOME}: run scripts/get-clickhouse.sh`)
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-clickhouse-'))
  const child: ChildProcess = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'clickhouse-front.mjs'),
      HOME,
      data ?? join(folder, 'data'),
      ...(grants ? [granted(folder, grants)] : []),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (!child.stdout) throw new Error('The engine has no output')
  let said = ''
  child.stdout.on('data', piece => {
    said += piece
  })
  const [port] = await once(child.stdout, 'data')
  const url = `http://127.0.0.1:${Number(String(port))}`
  return {
    url,
    killed: () => [...said.matchAll(/^killed (.*)$/gm)].map(([, id]) => id ?? ''),
    async run(sql) {
      const answer = await fetch(url, { method: 'POST', body: sql })
      const text = await answer.text()
      if (!answer.ok) throw new Error(text)
      return text
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Writes who may do what: https://clickhouse.com/docs/operations/settings/settings-users */
function granted(folder: string, grants: readonly string[]): string {
  const path = join(folder, 'users.xml')
  const queries = grants.map(grant => `<query>${grant}</query>`).join('')
  writeFileSync(
    path,
    `<clickhouse><users><default><password/><profile>default</profile><grants>${queries}</grants></default></users><profiles><default/></profiles><quotas><default/></quotas><user_directories><users_xml><path>${path}</path></users_xml></user_directories></clickhouse>`,
  )
  return path
}
