import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../harness/runner/free-port.ts'

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-prometheus/usr/bin')
type Program = 'prometheus' | 'promtool' | 'prometheus-pushgateway' | 'prometheus-alertmanager'

/** Where a program of Debian's packages is: on the path, or where scripts/get-prometheus.sh has put it. */
export function program(name: Program): string {
  const found = [...(process.env.PATH ?? '').split(delimiter), CACHE].map(folder => join(folder, name)).find(existsSync)
  if (found) return found
  throw new Error(`Expected the program ${name} but found none: run scripts/get-prometheus.sh`)
}

/** What a program says of its version, in its first line. */
export function versionOf(name: Program): string {
  const { stdout, stderr } = spawnSync(program(name), ['--version'], { encoding: 'utf8' })
  return (stdout + stderr).trim().split('\n')[0] ?? ''
}

export interface MonitoringStack {
  readonly prometheus: string
  readonly pushgateway: string
  readonly alertmanager: string
  close(): Promise<void>
}

/** Debian's Prometheus, Pushgateway and Alertmanager on free ports: each scraped or told every second, with rules of a file. */
export async function monitoringStack(folder: string, rules: string): Promise<MonitoringStack> {
  const [push, alerts, prom] = [await freePort(), await freePort(), await freePort()]
  const config = join(folder, 'prometheus.yml')
  const receivers = join(folder, 'alertmanager.yml')
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(
    config,
    `global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: ['${rules}']
alerting: { alertmanagers: [{ static_configs: [{ targets: ['127.0.0.1:${alerts}'] }] }] }
scrape_configs:
  - job_name: pushgateway
    honor_labels: true
    static_configs: [{ targets: ['127.0.0.1:${push}'] }]
`,
  )
  writeFileSync(receivers, 'route: { receiver: none }\nreceivers: [{ name: none }]\n')
  const children = [
    started('prometheus-pushgateway', [`--web.listen-address=127.0.0.1:${push}`]),
    started('prometheus-alertmanager', [
      `--config.file=${receivers}`,
      `--storage.path=${join(folder, 'alerts')}`,
      `--web.listen-address=127.0.0.1:${alerts}`,
      '--cluster.listen-address=',
    ]),
    started('prometheus', [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${prom}`,
      '--web.enable-remote-write-receiver',
    ]),
  ]
  const [pushgateway, alertmanager, prometheus] = [push, alerts, prom].map(port => `http://127.0.0.1:${port}`)
  const close = async () => void (await Promise.all(children.map(({ end }) => end())))
  if (!pushgateway || !alertmanager || !prometheus) throw new Error('Expected three ports')
  try {
    await Promise.all(
      [pushgateway, alertmanager, prometheus].map((url, i) => ready(`${url}/-/ready`, () => children[i]?.said() ?? '')),
    )
  } catch (error) {
    await close()
    throw error
  }
  return { prometheus, pushgateway, alertmanager, close }
}

function started(name: Program, args: readonly string[]) {
  const path = program(name)
  // Alertmanager, where it is not installed, finds its default template from the folder that its package was taken apart in.
  const cwd = join(dirname(path), '../..')
  const child: ChildProcess = spawn(path, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.on('data', chunk => {
    said = (said + chunk).slice(-4000)
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  return {
    said: () => said,
    end() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

async function ready(url: string, said: () => string): Promise<void> {
  const deadline = Date.now() + 240_000
  for (;;) {
    const ok = await fetch(url).then(
      answer => answer.ok,
      () => false,
    )
    if (ok) return
    if (Date.now() > deadline) throw new Error(`Expected an answer at ${url} but found: ${said()}`)
    await wait(100)
  }
}
