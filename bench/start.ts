// Cold start to exit of every built action on the credit data, beside a bare `node -e 0`: median and range of the wall time, peak memory.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'

const RUNS = Number(process.argv[2] ?? 11)
const workspace = mkdtempSync(join(tmpdir(), 'proofmark-bench-'))
cpSync('examples/credit', workspace, { recursive: true, filter: path => !path.includes('.proofmark') })
const peak = join(workspace, 'peak')
const watch = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`

const proofmark = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('dist/proofmark.js'), ...args], { cwd: workspace })
proofmark('keygen', '--out', '.proofmark/keys')
proofmark('gate')

const subjects: [name: string, args: string[], env?: Record<string, string>][] = [
  ['node -e 0', ['-e', '0']],
  ...['data-validate', 'model-certify', 'security-scan', 'drift-compare', 'audit-record', 'gate'].map(
    (name): [string, string[]] => [name, [resolve(`dist/${name}.js`)]],
  ),
  [
    'verify',
    [resolve('dist/verify.js')],
    {
      INPUT_CERTIFICATE: '.proofmark/certificate.sigstore.json',
      INPUT_MODEL: 'model-champion.joblib',
      INPUT_KEY: '.proofmark/keys/proofmark.pub',
    },
  ],
  ['proofmark --version', [resolve('dist/proofmark.js'), '--version']],
]

const figures = new Map(subjects.map(([name]) => [name, { wall: [] as number[], rss: [] as number[] }]))
for (let run = 0; run <= RUNS; run++) {
  for (const [name, args, env] of subjects) {
    const output = join(workspace, 'output')
    writeFileSync(output, '')
    const start = performance.now()
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', watch, ...args], {
      cwd: workspace,
      env: {
        PATH: process.env.PATH,
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: output,
        INPUT_PUBLISH: 'false',
        ...env,
      },
    })
    const wall = performance.now() - start
    if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`)
    if (run === 0) continue // warms the page cache
    const figure = figures.get(name)
    figure?.wall.push(wall)
    figure?.rss.push(Number(readFileSync(peak, 'utf8')) / 1024)
  }
}
rmSync(workspace, { recursive: true })

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const bare = median(figures.get('node -e 0')?.wall ?? [])
console.log(`${RUNS} cold runs each, in turn; wall time in milliseconds; node ${process.version}\n`)
console.log(
  '| process | median | min – max | over node | peak MB, median | max |\n| --- | ---: | ---: | ---: | ---: | ---: |',
)
for (const [name, { wall, rss }] of figures) {
  const [low, high] = [Math.min(...wall), Math.max(...wall)].map(Math.round)
  console.log(
    `| ${name} | ${Math.round(median(wall))} | ${low} – ${high} | +${Math.round(median(wall) - bare)} | ${Math.round(median(rss))} | ${Math.round(Math.max(...rss))} |`,
  )
}
