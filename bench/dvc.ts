/**
 * A folder of 10,000 files and 2 GB that DVC itself tracks: `dvc status` and `proofmark dvc verify` in turn, whole processes, the median of
 * the runs. Cold: DVC without its database of modification times, so that both read every byte (the files are in the system's cache).
 * Warm: DVC with that database, by which it only looks at times; Proofmark keeps none and reads every byte again.
 *
 *   node bench/dvc.ts [--runs 3] [--files 10000] [--megabytes 2000]
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    files: { type: 'string', default: '10000' },
    megabytes: { type: 'string', default: '2000' },
    /** `src/cli/main.ts` measures the source. */
    program: { type: 'string', default: 'dist/proofmark.js' },
  },
})
const count = Number(values.files)
const bytes = Math.round((Number(values.megabytes) * 1e6) / count)
const dvc = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-dvc/bin/dvc')
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-'))
const site = join(folder, 'site')
const repository = join(folder, 'repository')
const environment = { ...process.env, DVC_NO_ANALYTICS: '1', DVC_SITE_CACHE_DIR: site }

function run(program: string, words: readonly string[]): { seconds: number; said: string } {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: repository, env: environment, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${stderr}`)
  return { seconds: (performance.now() - start) / 1000, said: stdout }
}
/** Forgets what DVC knows of the files by their times. */
const forget = () => rmSync(site, { recursive: true, force: true })
const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

try {
  for (let i = 0; i < count; i++) {
    const path = join(repository, 'data', `part-${String(i % 100).padStart(2, '0')}`)
    if (i < 100) mkdirSync(path, { recursive: true })
    writeFileSync(join(path, `${i}.bin`), randomBytes(bytes))
  }
  run('git', ['init', '-q'])
  run(dvc, ['init', '-q'])
  run(dvc, ['add', '-q', 'data'])
  const times = { cold: [] as number[], warm: [] as number[], ours: [] as number[] }
  for (let i = 0; i < Number(values.runs); i++) {
    forget()
    const { seconds, said } = run(dvc, ['status'])
    if (!said.includes('up to date')) throw new Error(`DVC says ${said}`)
    times.cold.push(seconds)
    times.warm.push(run(dvc, ['status']).seconds)
    times.ours.push(run(process.execPath, [resolve(values.program), 'dvc', 'verify']).seconds)
  }
  const [cold, warm, ours] = [median(times.cold), median(times.warm), median(times.ours)]
  console.log(
    `${count} files, ${((count * bytes) / 1e9).toFixed(2)} GB, ${run(dvc, ['--version']).said.trim()} of DVC, median of ${values.runs}`,
  )
  console.log(`dvc status, cold              ${cold.toFixed(2)} s`)
  console.log(`dvc status, warm (only times) ${warm.toFixed(2)} s`)
  console.log(`proofmark dvc verify          ${ours.toFixed(2)} s`)
  console.log(`DVC cold / Proofmark: ${(cold / ours).toFixed(2)} · DVC warm / Proofmark: ${(warm / ours).toFixed(2)}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
