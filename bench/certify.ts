// How long model-certify's statistics take, rows already in memory, and the peak memory of the process: node bench/certify.ts
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import type { Rows } from '../src/core/model/predictions/rows.ts'
import { binary } from '../src/core/model/tasks/binary.ts'
import { Settings } from '../src/core/settings/schema.ts'
import { seeded } from '../src/core/stats/random/seeded.ts'

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

const name = process.argv[2]
if (isName(name)) run(name)
else
  for (const each of Object.keys(CASES)) {
    const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, each], { encoding: 'utf8' })
    process.stdout.write(stdout + stderr)
  }
