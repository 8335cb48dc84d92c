/**
 * A folder of 10,000 files and 2 GB that DVC itself tracks: `dvc status` and `proofmark dvc verify` in turn, whole processes, the median of
 * the runs. Cold: without what either keeps about the files' times, so that both read every byte (the files are in the system's cache).
 * Warm: with it, so that both look at times only. `--rehash`: Proofmark reads every byte again.
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
const cache = join(folder, 'cache')
// In a CI Proofmark trusts no times.
const { CI: _, GITHUB_ACTIONS: __, GITLAB_CI: ___, JENKINS_URL: ____, ...here } = process.env
const environment = { ...here, DVC_NO_ANALYTICS: '1', DVC_SITE_CACHE_DIR: site, PROOFMARK_CACHE: cache }

function run(program: string, words: readonly string[]): { seconds: number; said: string } {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: repository, env: environment, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${stderr}`)
  return { seconds: (performance.now() - start) / 1000, said: stdout }
}
/** Forgets what both know of the files by their times. */
const forget = () => {
  for (const known of [site, cache]) rmSync(known, { recursive: true, force: true })
}
const verify = (...words: string[]) => {
  const { seconds, said } = run(process.execPath, [resolve(values.program), 'dvc', 'verify', ...words])
  return { seconds, trusted: Number(/(\d+) with the times/.exec(said)?.[1] ?? 0) }
}
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
  const sides = {
    'dvc status, cold': [] as number[],
    'dvc status, warm': [] as number[],
    'proofmark dvc verify, cold': [] as number[],
    'proofmark dvc verify, warm': [] as number[],
    'proofmark dvc verify --rehash': [] as number[],
  }
  for (let i = 0; i < Number(values.runs); i++) {
    forget()
    for (const side of ['dvc status, cold', 'dvc status, warm'] as const) {
      const { seconds, said } = run(dvc, ['status'])
      if (!said.includes('up to date')) throw new Error(`DVC says ${said}`)
      sides[side].push(seconds)
    }
    for (const [side, words, expected] of [
      ['proofmark dvc verify, cold', [], 0],
      ['proofmark dvc verify, warm', [], count],
      ['proofmark dvc verify --rehash', ['--rehash'], 0],
    ] as const) {
      const { seconds, trusted } = verify(...words)
      if (trusted !== expected) throw new Error(`Proofmark trusted the times of ${trusted} files, not of ${expected}`)
      sides[side].push(seconds)
    }
  }
  console.log(
    `${count} files, ${((count * bytes) / 1e9).toFixed(2)} GB, ${run(dvc, ['--version']).said.trim()} of DVC, median of ${values.runs}`,
  )
  for (const [side, seconds] of Object.entries(sides)) console.log(`${side.padEnd(30)} ${median(seconds).toFixed(2)} s`)
  const ratio = (temperature: 'cold' | 'warm') =>
    (median(sides[`dvc status, ${temperature}`]) / median(sides[`proofmark dvc verify, ${temperature}`])).toFixed(2)
  console.log(`DVC / Proofmark: ${ratio('cold')} cold, ${ratio('warm')} warm`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
