/**
 * A contract, and a profile of every column, on a CSV of 4 million rows and 14 columns (550 MB): this program as it is built,
 * on the same rows in Parquet, as DuckDB writes it, and on ten times the rows and columns, beside DuckDB with two threads and, with `--pandera PYTHON`, pandera on pandas by that interpreter. Whole processes, in turn;
 * the median of the runs, in seconds of the clock and of all processors, and the peak memory of the largest.
 * `--only` takes what the names of the subjects hold. Where other programs use the processors too, only the latter can be compared.
 *
 *   node bench/tables.ts [--runs 5] [--rows 4000000] [--pandera venv/bin/python] [--only 'parquet']
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { makeCsv } from './tables/make-csv.ts'
import { makeWide } from './tables/make-wide.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    rows: { type: 'string', default: '4000000' },
    pandera: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-'))
const csv = join(folder, 'applications.csv')
const parquet = join(folder, 'applications.parquet')
const small = join(folder, 'tenth.csv')
makeCsv(csv, Number(values.rows))
makeCsv(small, Number(values.rows) / 10)
for (const columns of [10, 100]) makeWide(join(folder, `columns-${columns}.csv`), Number(values.rows) / 10, columns)
for (const contract of ['contract', 'profile']) {
  cpSync(`bench/tables/${contract}.odcs.yaml`, join(folder, `${contract}.odcs.yaml`))
}

const validate = (contract: string, data: string) => [
  resolve('dist/proofmark.js'),
  'data-validate',
  ...['--data', data, '--contract', `${contract}.odcs.yaml`, '--quiet'],
]
const duckdb = (task: string, file: string) => [resolve('bench/tables/in-duckdb.mjs'), task, file]
const node = process.execPath

spawnSync(node, duckdb('copy', csv).concat(parquet), { stdio: 'inherit' })

const all: [name: string, program: string, args: string[]][] = [
  ['contract: proofmark (with profile and SHA-256)', node, validate('contract', 'applications.csv')],
  ['contract: DuckDB', node, duckdb('contract', csv)],
  ...(values.pandera
    ? [
        ['contract: pandera on pandas', resolve(values.pandera), [resolve('bench/tables/in-pandera.py'), csv]] as [
          string,
          string,
          string[],
        ],
      ]
    : []),
  ['profile: proofmark', node, validate('profile', 'applications.csv')],
  ['profile: DuckDB (SUMMARIZE)', node, duckdb('profile', csv)],
  ['parquet, contract: proofmark', node, validate('contract', 'applications.parquet')],
  ['parquet, contract: DuckDB', node, duckdb('contract', parquet)],
  ['parquet, profile: proofmark', node, validate('profile', 'applications.parquet')],
  ['parquet, profile: DuckDB (SUMMARIZE)', node, duckdb('profile', parquet)],
  ['contract, a tenth of the rows: proofmark', node, validate('contract', 'tenth.csv')],
  ['10 columns of numbers, a tenth of the rows: proofmark', node, validate('columns-10', 'columns-10.csv')],
  ['100 columns of numbers, a tenth of the rows: proofmark', node, validate('columns-100', 'columns-100.csv')],
]

const subjects = all.filter(([name]) => name.includes(values.only))
const figures = new Map(
  subjects.map(([name]) => [name, { wall: [] as number[], cpu: [] as number[], peak: [] as number[] }]),
)
for (let run = 0; run <= Number(values.runs); run++) {
  for (const [name, program, args] of subjects) {
    const start = performance.now()
    const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
    const wall = (performance.now() - start) / 1000
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
    // The first run warms the file cache.
    if (run === 0) continue
    figures.get(name)?.wall.push(wall)
    const [user = 0, system = 0, peak = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
    figures.get(name)?.cpu.push(user + system)
    figures.get(name)?.peak.push(peak / 1024)
  }
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
console.log(
  `${values.rows} rows, ${Math.round(statSync(csv).size / 1e6)} MB, in Parquet ${Math.round(statSync(parquet).size / 1e6)} MB; ${values.runs} runs each, in turn, after one that is not counted\n`,
)
console.log('| | median s | min – max | processor s | peak MB |\n| --- | ---: | ---: | ---: | ---: |')
for (const [name, { wall, cpu, peak }] of figures) {
  const range = `${Math.min(...wall).toFixed(2)} – ${Math.max(...wall).toFixed(2)}`
  console.log(
    `| ${name} | ${median(wall).toFixed(2)} | ${range} | ${median(cpu).toFixed(2)} | ${Math.round(Math.max(...peak))} |`,
  )
}
rmSync(folder, { recursive: true })
