import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runStatement } from '../../../src/engines/spark/run-statement.ts'
import { openSession } from '../../../src/engines/spark/session.ts'
import { sparkConnection } from '../../../src/engines/spark/spark-connection.ts'
import { freePort } from '../runner/free-port.ts'

const HOME = process.env.PROOFMARK_SPARK ?? join(homedir(), '.cache/proofmark-spark')

/** A Spark of this machine, behind its own Thrift server: with two threads. */
export interface SparkServer {
  readonly url: string
  /** Runs a statement of any kind: its rows. */
  run(sql: string): Promise<(string | null)[][]>
  /** Seconds of the processor that it has used. */
  cpu(): number
  /** Ends it at once. */
  kill(): Promise<void>
}

export interface SparkOptions {
  /** Whether it knows tables of Delta Lake, in `spark_catalog`, and of Iceberg, in `lake`: every statement takes longer then. */
  readonly lake?: boolean
  /** Whether Java compiles in a hurry, for what does not run for long. */
  readonly quick?: boolean
  readonly memory?: string
}

/** Of Linux' clock, in a second. */
const TICKS = 100

/** What Java has to open to Spark: org.apache.spark.launcher.JavaModuleOptions. */
const OPENED = [
  'lang lang.invoke lang.reflect io net nio util util.concurrent util.concurrent.atomic'
    .split(' ')
    .map(name => `java.base/java.${name}`),
  'jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar'
    .split(' ')
    .map(name => `java.base/${name}`),
].flat()

/** Starts what `scripts/get-spark.sh` has fetched, with its files in a folder. */
export async function startSpark(
  folder: string,
  { lake = false, quick = true, memory = '1500M' }: SparkOptions = {},
): Promise<SparkServer> {
  const found = existsSync(HOME) ? readdirSync(HOME).find(name => existsSync(join(HOME, name, '.complete'))) : undefined
  if (found === undefined) throw new Error(`There is no Spark in ${HOME}: run scripts/get-spark.sh`)
  const port = await freePort()
  const settings = {
    'spark.master': 'local[2]',
    'spark.app.name': 'proofmark',
    'spark.driver.host': '127.0.0.1',
    'spark.ui.enabled': 'false',
    'spark.sql.shuffle.partitions': '2',
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.warehouse.dir': join(folder, 'warehouse'),
    'spark.local.dir': folder,
    ...(lake ? lakeSettings(folder) : {}),
  }
  writeFileSync(
    join(folder, 'log4j2.properties'),
    'rootLogger.level = fatal\nrootLogger.appenderRef.out.ref = out\nappender.out.type = Console\nappender.out.name = out\n',
  )
  const child: ChildProcess = spawn(
    join(java(), 'bin/java'),
    [
      `-Xmx${memory}`,
      '-XX:+UseSerialGC',
      ...(quick ? ['-XX:TieredStopAtLevel=1'] : []),
      '-Xshare:auto',
      '--add-modules=jdk.incubator.vector',
      ...OPENED.map(name => `--add-opens=${name}=ALL-UNNAMED`),
      '-Djdk.reflect.useDirectMethodHandle=false',
      `-Djava.io.tmpdir=${folder}`,
      `-Dlog4j2.configurationFile=${join(folder, 'log4j2.properties')}`,
      ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`),
      '-cp',
      join(HOME, found, 'jars/*'),
      'org.apache.spark.sql.hive.thriftserver.HiveThriftServer2',
      ...['transport.mode=http', `thrift.http.port=${port}`, 'thrift.bind.host=127.0.0.1'].flatMap(setting => [
        '--hiveconf',
        `hive.server2.${setting}`,
      ]),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const log = createWriteStream(join(folder, 'spark.log'))
  child.stdout?.pipe(log)
  child.stderr?.pipe(log)
  const url = `http://127.0.0.1:${port}/cliservice`
  const connection = sparkConnection(url, {}, { seconds: 300, bytes: 64_000_000, memory: '' })
  const session = await started()
  return {
    url,
    run: async sql => (await runStatement(session, { sql, rows: 100_000, purpose: '' }, () => {})).rows,
    cpu() {
      const [user = 0, system = 0] = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .slice(11, 13)
        .map(Number)
      return (user + system) / TICKS
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }

  async function started() {
    for (let tries = 0; ; tries++) {
      if (child.exitCode !== null) throw new Error(`Spark has ended: ${join(folder, 'spark.log')}`)
      const opened = await openSession(connection).catch(() => undefined)
      if (opened) return opened
      if (tries === 1200) throw new Error('Spark did not start')
      await wait(200)
    }
  }
}

const lakeSettings = (folder: string) => ({
  'spark.sql.extensions':
    'io.delta.sql.DeltaSparkSessionExtension,org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
  'spark.sql.catalog.spark_catalog': 'org.apache.spark.sql.delta.catalog.DeltaCatalog',
  'spark.databricks.delta.snapshotPartitions': '2',
  'spark.sql.catalog.lake': 'org.apache.iceberg.spark.SparkCatalog',
  'spark.sql.catalog.lake.type': 'hadoop',
  'spark.sql.catalog.lake.warehouse': join(folder, 'lake'),
})

/** A JDK that Spark runs on: the oldest from 17 on. */
function java(): string {
  const all = '/usr/lib/jvm'
  const named = Object.entries(process.env).flatMap(([name, value]) => {
    const version = /^JAVA_HOME_(\d+)_/.exec(name)?.[1]
    return version && value ? [{ version: Number(version), home: value }] : []
  })
  const installed = (existsSync(all) ? readdirSync(all) : []).flatMap(name => {
    const version = /(?:^|[^0-9.])(?:1\.)?(1[7-9]|2[0-9])(?:[^0-9]|$)/.exec(name)?.[1]
    return version ? [{ version: Number(version), home: join(all, name) }] : []
  })
  const own = process.env.JAVA_HOME ? [{ version: 99, home: process.env.JAVA_HOME }] : []
  const [found] = [...named, ...installed, ...own]
    .filter(({ version, home }) => version >= 17 && existsSync(join(home, 'bin/java')))
    .toSorted((a, b) => a.version - b.version)
  if (!found) throw new Error('There is no JDK of 17 or later: name one in JAVA_HOME')
  return found.home
}
