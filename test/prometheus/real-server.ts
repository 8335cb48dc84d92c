import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../harness/runner/free-port.ts'

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-prometheus/usr/bin')

/** Where a program of Debian's package is: on the path, or where scripts/get-prometheus.sh has put it. */
function program(name: 'prometheus' | 'promtool'): string {
  const found = [...(process.env.PATH ?? '').split(delimiter), CACHE].map(folder => join(folder, name)).find(existsSync)
  if (found) return found
  throw new Error(
    `Expected the program ${name} but found none: run scripts/get-prometheus.sh, or apt-get install prometheus`,
  )
}

export interface RealServer {
  readonly url: string
  close(): Promise<void>
}

/** Starts Debian's Prometheus with a history in OpenMetrics, scraping a target every second; ready when it returns. */
export async function realServer(folder: string, openMetrics: string, target: string): Promise<RealServer> {
  const [history, data, config] = [join(folder, 'history.om'), join(folder, 'data'), join(folder, 'prometheus.yml')]
  mkdirSync(data, { recursive: true })
  writeFileSync(history, openMetrics)
  execFileSync(program('promtool'), ['tsdb', 'create-blocks-from', 'openmetrics', history, data], { stdio: 'ignore' })
  writeFileSync(
    config,
    `global: { scrape_interval: 1s }\nscrape_configs:\n  - job_name: model\n    static_configs: [{ targets: ['${target}'] }]\n`,
  )
  const port = await freePort()
  const child = spawn(
    program('prometheus'),
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=10y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 240_000
  while (
    !(await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`Prometheus did not start: ${said.slice(-2000)}`)
    await wait(100)
  }
  return { url, close: () => ended(child) }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
