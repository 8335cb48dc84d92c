/**
 * security-scan on one small pickle, on 1,200 files of a repository, on a PyTorch file and on a safetensors file of 1 GiB: whole
 * processes of this program as it is built, in turn; the median of the runs, and the most memory of all its processes together.
 *
 *   node bench/scan.ts [--runs 5] [--files 1200] [--bytes 1073741824] [--dist dist] [--venv FOLDER]
 *
 * With --venv, a virtual environment that has picklescan, modelscan, fickling and modelaudit, these are given the PyTorch file in the same
 * run. The last column says who tells by the exit code that one byte of a weight is another, as one can only who has read them.
 */
import { closeSync, copyFileSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeFiles } from './scan/make-files.ts'
import { PEERS } from './scan/peers.ts'
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
for (const name of ['torch', 'changed', 'safetensors']) mkdirSync(join(folder, name))
writeTorch(join(folder, 'torch/model.pt'), 16, bytes / 64)
copyFileSync(join(folder, 'torch/model.pt'), join(folder, 'changed/model.pt'))
changeByte(join(folder, 'changed/model.pt'), Math.floor(bytes / 2))
writeSafetensors(join(folder, 'safetensors/model.safetensors'), bytes)

interface Subject {
  readonly name: string
  readonly program: string
  readonly args: (path: string) => readonly string[]
  readonly path: string
  /** Exit code of a run that has done its work; any where it is not ours to say. */
  readonly code?: number
}
const TORCH = 'torch/model.pt'
const proofmark = (what: string, path: string): Subject => ({
  name: `${what}: proofmark`,
  program: process.execPath,
  args: given => [resolve(values.dist, 'proofmark.js'), 'security-scan', given, '--quiet'],
  path,
  code: 0,
})
const peers = (venv: string): Subject[] =>
  PEERS.filter(({ name }) => !name.includes('--strict')).map(({ name, distribution, version, args }) => ({
    name: `the same PyTorch file: ${name.replace(distribution, `${distribution} ${version}`)}`,
    program: resolve(venv, 'bin', distribution),
    args,
    path: TORCH,
  }))
const subjects: Subject[] = [
  proofmark('one pickle of 4 kB', 'model.pkl'),
  proofmark(`${values.files} files`, 'repository'),
  proofmark(`a PyTorch file of ${Math.round(bytes / 1e6)} MB`, TORCH),
  proofmark(`a safetensors file of ${Math.round(bytes / 1e6)} MB`, 'safetensors'),
  ...(values.venv === undefined ? [] : peers(values.venv)),
]

/** Another value of the byte at this place. */
function changeByte(path: string, at: number): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at)
  closeSync(file)
}

interface Figure {
  readonly subject: Subject
  readonly seconds: number[]
  readonly peaks: number[]
  /** Exit code of the last run. */
  code: number | null
}
const figures: Figure[] = subjects.map(subject => ({ subject, seconds: [], peaks: [], code: null }))
for (let run = 0; run <= Number(values.runs); run++) {
  for (const figure of figures) {
    const { subject, seconds, peaks } = figure
    const measured = await runMeasured(subject.program, subject.args(subject.path), folder)
    figure.code = measured.code
    if (subject.code !== undefined && measured.code !== subject.code)
      throw new Error(`${subject.name} ended with ${measured.code}: ${measured.output}`)
    // The first run warms the file cache.
    if (run === 0) continue
    seconds.push(measured.seconds)
    peaks.push(measured.peak)
  }
}

async function tellsOfChange({ subject, code }: Figure): Promise<string> {
  if (subject.path !== TORCH) return ''
  const { code: ofChanged } = await runMeasured(subject.program, subject.args('changed/model.pt'), folder)
  return code === ofChanged ? `no: ${code} for both` : `yes: ${code}, then ${ofChanged}`
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
console.log(`${values.runs} runs each, in turn, after one that is not counted\n`)
console.log(
  '| | median s | min – max | peak MB | tells of a changed weight by its code |\n| --- | ---: | ---: | ---: | --- |',
)
for (const figure of figures) {
  const { subject, seconds, peaks } = figure
  const range = `${Math.min(...seconds).toFixed(2)} – ${Math.max(...seconds).toFixed(2)}`
  const told = await tellsOfChange(figure)
  console.log(
    `| ${subject.name} | ${median(seconds).toFixed(2)} | ${range} | ${Math.round(Math.max(...peaks))} | ${told} |`,
  )
}
rmSync(folder, { recursive: true })
