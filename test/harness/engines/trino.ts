import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '../runner/free-port.ts'

const HOME = join(process.env.PROOFMARK_TRINO ?? join(homedir(), '.cache/proofmark-trino'), 'trino-server-core-476')

/** A Trino of this machine: one process that plans and works, and others that work, as they are started. */
export interface TrinoServer {
  readonly url: string
  /** Runs a statement of any kind to its end. */
  run(sql: string): Promise<void>
  /** Ends whatever runs for a user, as who looks after it does; says whether anything did. */
  killQueries(user: string): Promise<boolean>
  /** All cells that a statement gives. */
  rows(sql: string): Promise<string[]>
  /** Starts a process that does nothing but work. */
  startWorker(): Promise<void>
  /** Ends the one that was started last, at once. */
  killWorker(): Promise<void>
  stop(): Promise<void>
}

/** What a Trino has besides the connectors memory and tpch. */
export interface TrinoOptions {
  /** Where its processes keep what they need. */
  readonly folder: string
  /** A folder for the tables of the catalogs `lake` (Iceberg) and `hive`, both with a metastore of files. */
  readonly lake?: string
  /** Who may do what: https://trino.io/docs/current/security/file-system-access-control.html */
  readonly rules?: object
  /** Whether it is to be as fast as it can be, with memory for large tables: that is worth the time only of a bench. */
  readonly isFast?: boolean
}

/** Most of what tests ask is new code each time, which is not worth to be compiled twice. */
const QUICK = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/** Starts a real Trino from what `scripts/get-trino.sh` has fetched. */
export async function startTrino({ folder: home, lake, rules, isFast = false }: TrinoOptions): Promise<TrinoServer> {
  if (!existsSync(join(HOME, '.complete'))) throw new Error(`There is no Trino in ${HOME}: run scripts/get-trino.sh`)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const started = new Set<ChildProcess>()
  let workers = 0
  const coordinator = start('coordinator', port)
  let worker = coordinator
  await until(async () => (await rows('SELECT count(*) FROM tpch.tiny.region')).join() === '5')
  return { url, run, rows, killQueries, killWorker, startWorker, stop }

  function start(name: string, own: number): ChildProcess {
    const folder = join(home, name)
    mkdirSync(join(folder, 'catalog'), { recursive: true })
    for (const plugin of ['memory', 'tpch'])
      writeFileSync(join(folder, 'catalog', `${plugin}.properties`), `connector.name=${plugin}\n`)
    if (lake !== undefined) {
      const local = `fs.native-local.enabled=true\nlocal.location=${lake}\n`
      writeFileSync(
        join(folder, 'catalog', 'lake.properties'),
        `connector.name=iceberg\niceberg.catalog.type=TESTING_FILE_METASTORE\nhive.metastore.catalog.dir=local:///lake\n${local}`,
      )
      writeFileSync(
        join(folder, 'catalog', 'hive.properties'),
        `connector.name=hive\nhive.metastore=file\nhive.metastore.catalog.dir=local:///hive\n${local}`,
      )
    }
    if (rules !== undefined) {
      writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules))
      writeFileSync(
        join(folder, 'access-control.properties'),
        `access-control.name=file\nsecurity.config-file=${join(folder, 'rules.json')}\n`,
      )
    }
    const isCoordinator = name === 'coordinator'
    writeFileSync(
      join(folder, 'config.properties'),
      [
        `coordinator=${isCoordinator}`,
        ...(isCoordinator
          ? ['node-scheduler.include-coordinator=true', 'query-manager.required-workers-max-wait=20s']
          : []),
        `http-server.http.port=${own}`,
        `discovery.uri=${url}`,
        `query.max-memory-per-node=${isFast ? '3GB' : '400MB'}`,
        ...(rules === undefined ? [] : [`access-control.config-files=${join(folder, 'access-control.properties')}`]),
        'query.remote-task.max-error-duration=5s',
        // What is kept of statements that have ended fills the memory, and is gone through five times a second.
        'query.max-history=10',
        'query.min-expire-age=2s',
        'task.info.max-age=2s',
        '',
      ].join('\n'),
    )
    const child = spawn(
      join(java(), 'bin/java'),
      [
        ...(isFast
          ? ['-Xmx6G', '-XX:+UseParallelGC']
          : [...(isCoordinator ? ['-Xmx2000M', '-Xmn900M'] : ['-Xmx1500M', '-Xmn500M']), ...QUICK]),
        '-XX:MetaspaceSize=256M',
        '-Xshare:auto',
        '--add-opens=java.base/java.nio=ALL-UNNAMED',
        '--sun-misc-unsafe-memory-access=allow',
        '--add-modules=jdk.incubator.vector',
        '-Dnode.environment=test',
        `-Dnode.id=${name}`,
        `-Dnode.data-dir=${folder}`,
        `-Dconfig=${join(folder, 'config.properties')}`,
        `-Dplugin.dir=${join(HOME, 'plugin')}`,
        `-Dcatalog.config-dir=${join(folder, 'catalog')}`,
        '-cp',
        `${HOME}/lib/*`,
        'io.trino.server.TrinoServer',
      ],
      { cwd: folder, stdio: 'ignore' },
    )
    started.add(child)
    return child
  }

  async function run(sql: string): Promise<void> {
    let page = await ask(`${url}/v1/statement`, sql)
    while (page.nextUri && !page.error) page = await ask(page.nextUri)
    if (page.error) throw new Error(`${page.error.message}: ${sql.slice(0, 200)}`)
  }

  async function killQueries(user: string): Promise<boolean> {
    const found = await rows(
      `SELECT query_id FROM system.runtime.queries WHERE state = 'RUNNING' AND "user" = '${user}'`,
    )
    // One may have ended meanwhile.
    const ended = found.map(id =>
      run(`CALL system.runtime.kill_query(query_id => '${id}', message => 'enough')`).then(
        () => true,
        () => false,
      ),
    )
    return (await Promise.all(ended)).includes(true)
  }

  /** The names of the processes that Trino knows of: one that has ended stays a while. */
  async function nodes(): Promise<string[]> {
    return rows("SELECT node_id FROM system.runtime.nodes WHERE state = 'active'")
  }

  /** All cells that a statement gives. */
  async function rows(sql: string): Promise<string[]> {
    const found: unknown[] = []
    let page = await ask(`${url}/v1/statement`, sql)
    for (;;) {
      found.push(...(page.data ?? []).flat())
      if (!page.nextUri || page.error) return found.map(String)
      page = await ask(page.nextUri)
    }
  }

  async function killWorker(): Promise<void> {
    await ended(worker, 'SIGKILL')
  }

  async function startWorker(): Promise<void> {
    worker = start(`worker-${workers++}`, await freePort())
    await until(async () => (await nodes()).includes(`worker-${workers - 1}`))
  }

  async function stop(): Promise<void> {
    await Promise.all([...started].map(child => ended(child, 'SIGKILL')))
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; ; tries++) {
      if (coordinator.exitCode !== null || worker.exitCode !== null) throw new Error('A process of Trino has ended')
      if (await holds().catch(() => false)) return
      if (tries === 1200) throw new Error('Trino did not start')
      await wait(300)
    }
  }
}

const Page = z.object({
  nextUri: z.string().optional(),
  data: z.array(z.array(z.unknown())).optional(),
  error: z.object({ message: z.string() }).optional(),
})

async function ask(url: string, sql?: string) {
  const headers = { 'x-trino-user': 'loader', 'x-trino-time-zone': 'UTC' }
  const answer = await fetch(url, sql === undefined ? { headers } : { method: 'POST', headers, body: sql })
  return Page.parse(await answer.json())
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** A JDK that Trino runs on: 24 or later. */
function java(): string {
  const all = '/usr/lib/jvm'
  const named = process.env.JAVA_HOME
  const found = [
    ...(existsSync(all)
      ? readdirSync(all)
          .filter(name => /(^|[^0-9.])2[4-9]([^0-9]|$)/.test(name))
          .map(name => join(all, name))
      : []),
    ...Object.entries(process.env).flatMap(([name, value]) =>
      /^JAVA_HOME_2[4-9]_/.test(name) && value ? [value] : [],
    ),
    ...(named ? [named] : []),
  ]
  const [home] = found.filter(home => existsSync(join(home, 'bin/java')))
  if (!home) throw new Error('There is no JDK of 24 or later: name one in JAVA_HOME')
  return home
}
