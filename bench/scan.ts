/**
 * security-scan on one small pickle, on 1,200 files of a repository, on a PyTorch file and on a safetensors file of 1 GiB: whole
 * processes of this program as it is built, in turn; the median of the runs, and the most memory of all its processes together.
 *
 *   node bench/scan.ts [--runs 5] [--files 1200] [--bytes 1073741824] [--dist dist] [--venv FOLDER]
 *
 * With --venv, a virtual environment that has picklescan and modelscan, these read the PyTorch file in the same run.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeFiles } from './scan/make-files.ts'
import { runMeasured } from './scan/run-measured.ts'
import { writeSafetensors } from './scan/write-safetensors.ts'
import { writeTorch } from './scan/write-torch.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    files: { type: 'string', default: '1200' },
    bytes: { type: 'string', default: `${2 ** 30}` },
    dist: { type: 'string', default: 'dist' },
    venv: { type: 'string' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-'))
const bytes = Number(values.bytes)
copyFileSync('examples/credit/model-champion.pkl', join(folder, 'model.pkl'))
makeFiles(join(folder, 'repository'), Number(values.files))
for (const name of ['torch', 'safetensors']) mkdirSync(join(folder, name))
writeTorch(join(folder, 'torch/model.pt'), 16, bytes / 64)
writeSafetensors(join(folder, 'safetensors/model.safetensors'), bytes)

interface Subject {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  /** Exit code of a run that has done its work. */
  readonly code: number
}
const proofmark = (what: string, path: string): Subject => ({
  name: `${what}: proofmark`,
  program: process.execPath,
  args: [resolve(values.dist, 'proofmark.js'), 'security-scan', path, '--quiet'],
  code: 0,
})
const peers = (venv: string): Subject[] =>
  ['picklescan', 'modelscan'].map(name => ({
    name: `the same PyTorch file: ${name}`,
    program: resolve(venv, 'bin', name),
    args: ['-p', 'torch'],
    code: 0,
  }))
const subjects: Subject[] = [
  proofmark('one pickle of 4 kB', 'model.pkl'),
  proofmark(`${values.files} files`, 'repository'),
  proofmark(`a PyTorch file of ${Math.round(bytes / 1e6)} MB`, 'torch'),
  proofmark(`a safetensors file of ${Math.round(bytes / 1e6)} MB`, 'safetensors'),
  ...(values.venv === undefined ? [] : peers(values.venv)),
]

const figures = subjects.map(subject => ({ subject, seconds: [] as number[], peaks: [] as number[] }))
for (let run = 0; run <= Number(values.runs); run++) {
  for (const { subject, seconds, peaks } of figures) {
    const measured = await runMeasured(subject.program, subject.args, folder)
    if (measured.code !== subject.code)
      throw new Error(`${subject.name} ended with ${measured.code}: ${measured.output}`)
    // The first run warms the file cache.
    if (run === 0) continue
    seconds.push(measured.seconds)
    peaks.push(measured.peak)
  }
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
console.log(`${values.runs} runs each, in turn, after one that is not counted\n`)
console.log('| | median s | min – max | peak MB |\n| --- | ---: | ---: | ---: |')
for (const { subject, seconds, peaks } of figures) {
  const range = `${Math.min(...seconds).toFixed(2)} – ${Math.max(...seconds).toFixed(2)}`
  console.log(`| ${subject.name} | ${median(seconds).toFixed(2)} | ${range} | ${Math.round(Math.max(...peaks))} |`)
}
rmSync(folder, { recursive: true })
