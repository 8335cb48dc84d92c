/**
 * How often drift-compare's default verdict is wrong or undecided, beside Evidently's defaults: thirty columns (five each normal,
 * lognormal, exponential, and categorical with 5, 20 and 100 values), 5 000 reference rows, without drift, and with the first normal,
 * lognormal and exponential column moved by 0.3 σ; what other limits would give; and whether the bounds keep their 95 %.
 *
 *   node bench/false-alarms.ts [--runs 2000] [--drift-runs 500] [--cover-runs 1000] [--workers 2] [--sizes 50,100,500,2000,20000]
 *                              [--evidently-runs 100] [--venv /tmp/evidently | --python PYTHON]
 *
 * Evidently is run by PYTHON, or from the virtual environment --venv, made with pip where there is none; --evidently-runs 0 leaves it out.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { CoverTask } from './false-alarms/cover.ts'
import { FAMILIES } from './false-alarms/families.ts'
import { type Outcome, REFERENCE, type Task } from './false-alarms/simulate.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    'drift-runs': { type: 'string', default: '500' },
    'cover-runs': { type: 'string', default: '1000' },
    workers: { type: 'string', default: '2' },
    sizes: { type: 'string', default: '50,100,500,2000,20000' },
    'evidently-runs': { type: 'string', default: '100' },
    venv: { type: 'string', default: join(tmpdir(), 'proofmark-evidently') },
    python: { type: 'string' },
  },
})
const EVIDENTLY = ['evidently==0.7.21', 'pandas<3']
const DRIFT_SIZES = [100, 200, 500, 1000]
const CHUNK = 25
const sizes = values.sizes.split(',').map(Number)
const workers = Array.from(
  { length: Number(values.workers) },
  () => new Worker(new URL('false-alarms/worker.ts', import.meta.url)),
)

/** What a worker was asked last. */
const busy = new Map<Worker, Promise<unknown>>()

const started = performance.now()
console.log(`${REFERENCE} reference rows, 30 columns, defaults of drift-compare, alpha 0.05\n`)

const runs = Number(values.runs)
console.log(`No drift, ${runs} runs a size: shares of runs with an alarm, shares of columns left undecided\n`)
head('current rows', 'any column fails', 'any column advised', 'columns undecided', ...FAMILIES.map(({ name }) => name))
const still = new Map<number, Outcome[]>()
for (const current of sizes) {
  const found = await simulated(current, false, runs)
  still.set(current, found)
  row(
    current,
    percent(anyOf(found, one => one.failed) / runs),
    percent(anyOf(found, one => one.advised) / runs),
    percent(share(found, one => one.undecided)),
    ...FAMILIES.map((_, i) =>
      percent(
        share(
          found.filter(one => one.family === i),
          one => one.undecided,
        ),
      ),
    ),
  )
}

const driftRuns = Number(values['drift-runs'])
console.log(
  `\n3 of 30 columns moved by 0.3 σ, ${driftRuns} runs a size: shares of moved columns found; of runs with another column named\n`,
)
head('current rows', 'fails', 'normal', 'lognormal', 'exponential', 'advised', 'another fails', 'another advised')
const moved = new Map<number, Outcome[]>()
for (const current of DRIFT_SIZES) {
  const all = await simulated(current, true, driftRuns)
  const found = all.filter(one => one.moved)
  moved.set(current, found)
  row(
    current,
    percent(share(found, one => one.failed)),
    ...[0, 1, 2].map(i =>
      percent(
        share(
          found.filter(one => one.family === i),
          one => one.failed,
        ),
      ),
    ),
    percent(share(found, one => one.advised)),
    percent(anyOf(all, one => !one.moved && one.failed) / driftRuns),
    percent(anyOf(all, one => !one.moved && one.advised) / driftRuns),
  )
}

const at500 = still.get(500)
if (at500) {
  console.log(
    '\nThe trade-off of the limit of percentile-shift: moved normal columns found, unmoved numeric columns undecided at 500 rows\n',
  )
  head('limit', ...DRIFT_SIZES.map(size => `fails at ${size}`), 'undecided at 500')
  for (const limit of [0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25]) {
    row(
      limit,
      ...DRIFT_SIZES.map(size =>
        percent(
          share(
            (moved.get(size) ?? []).filter(one => one.family === 0),
            one => one.effect > limit && one.adjustedPValue <= 0.05,
          ),
        ),
      ),
      percent(
        share(
          at500.filter(one => one.family < 3),
          one => one.upper > limit,
        ),
      ),
    )
  }
  console.log('\nThe same of le-cam: unchanged columns undecided at 500 rows, by the number of categories\n')
  head('limit', '5', '20', '100')
  for (const limit of [0.1, 0.125, 0.15, 0.175, 0.2]) {
    row(
      limit,
      ...[3, 4, 5].map(i =>
        percent(
          share(
            at500.filter(one => one.family === i),
            one => one.upper > limit,
          ),
        ),
      ),
    )
  }
}

const coverRuns = Number(values['cover-runs'])
console.log(
  `\nTrue effects beyond the bounds, each of 95 % confidence, ${coverRuns} runs: above the upper, below the lower\n`,
)
head('family', 'true effect', ...sizes.map(size => `${size} rows`))
for (const [family, { name }] of FAMILIES.entries()) {
  for (const times of [0, 1, 2]) {
    const cells = await Promise.all(
      sizes.map(current =>
        run<{ above: number; below: number }>({
          cover: { family, current, times, runs: coverRuns, seed: `${family} ${times} ${current}` },
        }),
      ),
    )
    row(
      name,
      times === 0 ? 'none' : times === 1 ? 'the limit' : 'twice the limit',
      ...cells.map(({ above, below }) => `${percent(above)}, ${percent(below)}`),
    )
  }
}
await Promise.all(workers.map(worker => worker.terminate()))

const evidentlyRuns = Number(values['evidently-runs'])
if (evidentlyRuns > 0) {
  const Answer = z.object({
    version: z.string(),
    sizes: z.record(
      z.string(),
      z.object({ anyColumn: z.number(), dataset: z.number(), recall: z.number(), datasetDrifted: z.number() }),
    ),
  })
  const all = [...new Set([...sizes, ...DRIFT_SIZES])].toSorted((a, b) => a - b)
  const { stdout } = spawn(evidentlyPython(), [
    resolve('bench/false-alarms/in-evidently.py'),
    String(REFERENCE),
    String(evidentlyRuns),
    ...all.map(String),
  ])
  const answer = Answer.parse(JSON.parse(stdout))
  console.log(`\nEvidently ${answer.version}, data drift preset, defaults, ${evidentlyRuns} runs a size\n`)
  head('current rows', 'no drift: any column', 'no drift: dataset', '3 moved: found', '3 moved: dataset')
  for (const [size, found] of Object.entries(answer.sizes)) {
    row(size, ...[found.anyColumn, found.dataset, found.recall, found.datasetDrifted].map(percent))
  }
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`)

async function simulated(current: number, drifted: boolean, runs: number): Promise<Outcome[]> {
  const tasks: Task[] = []
  for (let from = 0; from < runs; from += CHUNK) {
    tasks.push({ current, drifted, runs: Math.min(CHUNK, runs - from), seed: `${drifted} ${current} ${from}` })
  }
  const found = await Promise.all(tasks.map(task => run<Outcome[]>({ simulate: task })))
  return found.flatMap((chunk, i) => chunk.map(one => ({ ...one, run: one.run + i * CHUNK })))
}

/** Asks the worker that has waited longest; each answers in the order it was asked. */
async function run<T>(task: { simulate: Task } | { cover: CoverTask }): Promise<T> {
  const worker = workers.shift()
  if (!worker) throw new Error('Expected a worker')
  workers.push(worker)
  const last = busy.get(worker)
  const answer = (async () => {
    await last
    return new Promise<T>((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', answer => {
        worker.off('error', reject)
        resolve(answer)
      })
      worker.postMessage(task)
    })
  })()
  busy.set(worker, answer)
  return answer
}

function anyOf(found: readonly Outcome[], holds: (one: Outcome) => boolean): number {
  return new Set(found.filter(holds).map(one => one.run)).size
}

function share(found: readonly Outcome[], holds: (one: Outcome) => boolean): number {
  return found.filter(holds).length / found.length
}

function evidentlyPython(): string {
  if (values.python !== undefined) return values.python
  const venv = resolve(values.venv)
  const python = join(venv, 'bin/python')
  if (!existsSync(python)) {
    spawn('python3', ['-m', 'venv', venv])
    spawn(python, ['-m', 'pip', 'install', '--quiet', ...EVIDENTLY])
  }
  return python
}

function spawn(command: string, args: readonly string[]) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, DO_NOT_TRACK: '1' },
  })
  if (result.status !== 0) throw new Error(`Expected ${command} to succeed but found: ${result.stderr || result.error}`)
  return result
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function head(...cells: string[]): void {
  console.log(`| ${cells.join(' | ')} |\n|${cells.map(() => '---').join('|')}|`)
}

function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}
