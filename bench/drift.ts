/**
 * drift-compare on a million rows of 30 columns against a million others, both CSV as pandas writes it, beside the drift preset of
 * Evidently on pandas: whole processes with their start, the median of the runs and the peak memory of the largest; and of Evidently
 * also the seconds that are neither imports nor read_csv.
 *
 *   node bench/drift.ts [--python venv/bin/python] [--runs 3] [--rows 1000000] [--proofmark dist/proofmark.js]
 *
 * Without --python, one is made with python3 and pip beside the tables.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { makeTable } from './drift/make-tables.ts'
import { type Measured, runMeasured } from './scan/run-measured.ts'

const { values } = parseArgs({
  options: {
    python: { type: 'string' },
    runs: { type: 'string', default: '3' },
    rows: { type: 'string', default: '1000000' },
    proofmark: { type: 'string', default: 'dist/proofmark.js' },
  },
})
/** Evidently 0.7.21 says that it works with any pandas, and does not start with pandas 3. */
const REQUIREMENTS = ['evidently==0.7.21', 'pandas<3']
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-'))
const python = values.python === undefined ? makePython(join(folder, 'venv')) : resolve(values.python)
makeTable(join(folder, 'reference.csv'), Number(values.rows), 1, false)
makeTable(join(folder, 'current.csv'), Number(values.rows), 2, true)

const Parts = z.object({ imports: z.number(), read: z.number(), drift: z.number() })
const ours: Measured[] = []
const theirs: Measured[] = []
for (let run = 0; run < Number(values.runs); run++) {
  const drift = ['drift-compare', '--reference', 'reference.csv', '--current', 'current.csv', '--quiet']
  ours.push(await measured(process.execPath, [resolve(values.proofmark), ...drift], 1))
  theirs.push(await measured(python, [resolve('bench/drift/in-evidently.py'), 'reference.csv', 'current.csv'], 0))
}
const parts = theirs.map(({ output }) => Parts.parse(JSON.parse(output.trim().split('\n').at(-1) ?? '')))

const megabytes = Math.round(statSync(join(folder, 'current.csv')).size / 1e6)
console.log(
  `${values.rows} rows and 30 columns a side, ${megabytes} MB each; ${cpus().length} processors; ${values.runs} runs each, in turn\n`,
)
console.log('| | median s | min – max | peak MB |\n| --- | ---: | ---: | ---: |')
row('proofmark drift-compare (start, SHA-256 and evidence included)', seconds(ours), ours)
row('Evidently DataDriftPreset (start, imports and read_csv included)', seconds(theirs), theirs)
row(
  'Evidently, without imports',
  parts.map(({ read, drift }) => read + drift),
)
row(
  'Evidently, without imports and read_csv',
  parts.map(({ drift }) => drift),
)
const ratio = (other: readonly number[]) => (median(other) / median(seconds(ours))).toFixed(1)
console.log(
  `\nTimes as fast: ${ratio(seconds(theirs))}; as Evidently without imports and read_csv: ${ratio(parts.map(({ drift }) => drift))}`,
)
rmSync(folder, { recursive: true })

async function measured(program: string, args: readonly string[], code: number): Promise<Measured> {
  const found = await runMeasured(program, args, folder)
  if (found.code !== code) throw new Error(`${program} ended with ${found.code}: ${found.output}`)
  return found
}

function row(name: string, times: readonly number[], all: readonly Measured[] = []): void {
  const range = `${Math.min(...times).toFixed(2)} – ${Math.max(...times).toFixed(2)}`
  const peak = all.length > 0 ? Math.round(Math.max(...all.map(each => each.peak))) : ''
  console.log(`| ${name} | ${median(times).toFixed(2)} | ${range} | ${peak} |`)
}

function seconds(all: readonly Measured[]): number[] {
  return all.map(each => each.seconds)
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

function makePython(venv: string): string {
  run('python3', '-m', 'venv', venv)
  run(join(venv, 'bin/python'), '-m', 'pip', 'install', '--quiet', ...REQUIREMENTS)
  return join(venv, 'bin/python')
}

function run(program: string, ...args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0)
    throw new Error(`Expected ${program} ${args.slice(0, 3).join(' ')} to succeed but it ended with ${status}`)
}
