// How long model-certify takes, and the peak memory of the process: its statistics with rows in memory, and the built program on files: node bench/certify.ts
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { namesOf, numbersOf, type Rows } from '../src/core/model/predictions/rows.ts'
import { binary } from '../src/core/model/tasks/binary.ts'
import { Settings } from '../src/core/settings/schema.ts'
import { seeded } from '../src/core/stats/random/seeded.ts'
import { type Measured, runMeasured } from './scan/run-measured.ts'

const CASES = {
  '200 k rows, paired': [200_000, true],
  '1 M rows, paired': [1_000_000, true],
  '10 M rows': [10_000_000, false],
} as const
type Name = keyof typeof CASES
const isName = (name: string | undefined): name is Name => name !== undefined && name in CASES

/** Scores of six decimals, a third of the rows positive; `noise` tells two models apart. */
function rowsOf(n: number, noise: number): Rows {
  const [truth, own] = [seeded('7a57e'), seeded('5c07e', String(noise))]
  const codes = new Uint32Array(n)
  const numbers = new Float64Array(n)
  for (let row = 0; row < n; row++) {
    const positive = truth.uniform() < 1 / 3
    codes[row] = positive ? 1 : 0
    const score = 0.6 * truth.uniform() + noise * own.uniform() + (positive ? 0.4 - noise : 0)
    numbers[row] = Math.round(1e6 * score) / 1e6
  }
  return {
    n,
    columns: new Map<string, Rows['columns'] extends ReadonlyMap<string, infer C> ? C : never>([
      ['label', { codes, names: ['0', '1'] }],
      ['score', { numbers }],
    ]),
  }
}

function run(name: Name): void {
  const [n, paired] = CASES[name]
  const model = rowsOf(n, 0.2)
  const champion = paired ? rowsOf(n, 0.21) : undefined
  const before = process.memoryUsage().rss / 2 ** 20
  const start = performance.now()
  const cpu = process.cpuUsage()
  const { certify } = Settings.parse({})
  const { challenger, gains } = binary.judge(model, champion, certify, { seed: 'feed', wanted: ['auc', 'f1'] })
  const seconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(cpu)
  const busy = (used.user + used.system) / 1e6
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    `${name}: ${seconds.toFixed(2)} s, ${busy.toFixed(2)} s of a processor; ${before.toFixed(0)} MB with the rows, ${peak.toFixed(0)} MB at most`,
  )
  for (const id of ['auc', 'f1']) {
    const show = (map: typeof gains) => {
      const found = map.get(id)
      return found
        ? `${found.value?.toFixed(6)} [${found.interval?.map(end => end.toFixed(6)).join(', ')}] ${found.method}`
        : '–'
    }
    console.log(`  ${id}: ${show(challenger)}; gain ${show(gains)}`)
  }
}

/** The built program on files: everything included, from the start of Node to the evidence. */
async function runOnFiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-certify-'))
  try {
    const file = (name: string, n: number, noise: number) => {
      const rows = rowsOf(n, noise)
      const [labels, scores] = [namesOf(rows, 'label'), numbersOf(rows, 'score')]
      const path = join(folder, name)
      const out = openSync(path, 'w')
      writeSync(out, 'id,label,score\n')
      for (let start = 0; start < n; start += 100_000) {
        const lines = Array.from({ length: Math.min(100_000, n - start) }, (_, i) => {
          const row = start + i
          return `row-${row},${labels.names[labels.codes[row] ?? 0]},${scores[row]}\n`
        })
        writeSync(out, lines.join(''))
      }
      closeSync(out)
      return path
    }
    const timed = async (title: string, flags: readonly string[]) => {
      const args = ['dist/proofmark.js', 'model-certify', '--quiet', '--out', join(folder, 'out'), ...flags]
      const runs: Measured[] = []
      for (let i = 0; i < 3; i++) runs.push(await runMeasured(process.execPath, args, '.'))
      const failed = runs.find(({ code }) => code === null || code > 2)
      if (failed) throw new Error(failed.output)
      const [, median] = runs.toSorted((x, y) => x.seconds - y.seconds)
      console.log(
        `${title}: ${median?.seconds.toFixed(2)} s, ${median?.peak.toFixed(0)} MB (median of 3, start included)`,
      )
    }
    const own = file('own.csv', 1_000_000, 0.2)
    const its = file('its.csv', 1_000_000, 0.21)
    await timed('1 M rows of two files, F1 by 2 000 resamples and AUC by DeLong', [
      ...['--predictions', own, '--champion', its],
      ...['--claim', 'auc no worse than champion by 0.01', '--claim', 'f1 no worse than champion by 0.01'],
    ])
    await timed('10 M rows of a file, every binary metric', [
      ...['--predictions', file('many.csv', 10_000_000, 0.2), '--claim', 'accuracy >= 0.5'],
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const name = process.argv[2]
if (isName(name)) run(name)
else
  for (const each of Object.keys(CASES)) {
    const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, each], { encoding: 'utf8' })
    process.stdout.write(stdout + stderr)
  }
if (name === undefined) await runOnFiles()
