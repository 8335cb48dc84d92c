/**
 * security-scan beside the scanners of PyPI, over the corpus of bypasses (all of it bad) and over ordinary models (all good): how many
 * files each flags, leaves undecided and passes, and the median time of whole runs on one ordinary model, start included.
 *
 *   node bench/scan-peers.ts --venv FOLDER [--python python3] [--runs 9] [--every 1] [--proofmark dist/proofmark.js]
 *
 * The scanners of PyPI are asked about every so-manieth file only, where --every says so: some take ten seconds for one.
 * FOLDER is a virtual environment with the scanners, scikit-learn and joblib; made by that interpreter with pip where there is none.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import * as classes from '../test/core/security/corpus/classes/index.ts'
import { fixture } from '../test/core/security/corpus/make/fixture.ts'
import { writeSamples } from '../test/core/security/corpus/scan-samples.ts'
import { PEERS, type Peer, type Told } from './scan/peers.ts'

const { values } = parseArgs({
  options: {
    venv: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    runs: { type: 'string', default: '9' },
    every: { type: 'string', default: '1' },
    proofmark: { type: 'string', default: 'dist/proofmark.js' },
  },
})
if (values.venv === undefined)
  throw new Error('Expected --venv FOLDER but found nothing. Name a folder, e.g. /tmp/scanners')
const venv = resolve(values.venv)
const python = join(venv, 'bin/python')
const proofmark = resolve(values.proofmark)
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-'))

/** Files of other formats as their libraries write them, from the cases of the tests. */
const FIXTURES = {
  'weights.safetensors': 'safetensors/two-tensors',
  'state-dict.pt': 'torch/state-dict',
  'checkpoint.pt': 'torch/checkpoint',
  'whole-module.pt': 'torch/whole-module',
  'legacy.pt': 'torch-legacy/state-dict',
  'logistic.onnx': 'onnx/logistic',
  'forest.onnx': 'onnx/forest',
  'functional.keras': 'keras/functional',
  'image.keras': 'keras/image',
  'keras-2.h5': 'hdf5/keras-2',
  'saved_model.pb': 'saved-model/keras',
  'template.gguf': 'gguf/template',
  'trees.json': 'xgboost-json/trees',
  'trees.ubj': 'xgboost-ubj/trees',
  'trees.txt': 'lightgbm/trees',
  'logistic.skops': 'skops/logistic',
  'boosted.skops': 'skops/boosted',
}

if (!existsSync(python)) {
  run(values.python, '-m', 'venv', venv)
  const pinned = new Set(PEERS.map(({ distribution, version }) => `${distribution}==${version}`))
  run(python, '-m', 'pip', 'install', '--quiet', ...pinned, 'scikit-learn', 'joblib')
}

const good = join(folder, 'good')
const bad = join(folder, 'bad')
mkdirSync(good)
run(python, resolve('bench/scan/make-models.py'), good)
for (const [name, from] of Object.entries(FIXTURES)) writeFileSync(join(good, name), fixture(from))
for (const name of ['model-champion.joblib', 'model-forest.joblib'])
  copyFileSync(join('examples/credit', name), join(good, name))
const names = { bad: [] as string[], good: readdirSync(good) }
for (const { id, samples } of Object.values(classes)) {
  const made = await samples()
  writeSamples(join(bad, id), made)
  names.bad.push(...made.map(({ path }) => `${id}/${path}`))
}
console.log(
  `${names.bad.length} bad files of ${Object.keys(classes).length} classes, ${names.good.length} good files\n`,
)
console.log('| scanner | bad: flagged | undecided | passed | good: flagged | undecided | passed | one model, ms |')
console.log('|---|---|---|---|---|---|---|---|')

const ours = { bad: await byProofmark('bad'), good: await byProofmark('good') }
row(
  'Proofmark',
  ours.bad,
  ours.good,
  timeOf(process.execPath, [proofmark, 'security-scan', 'good/logistic-4.pkl', '--quiet']),
)
for (const peer of PEERS) {
  const version = installed(peer)
  const told = { bad: await byPeer(peer, bad, sampled(names.bad)), good: await byPeer(peer, good, sampled(names.good)) }
  const [module, main] = peer.program
  const start = `import sys; sys.argv = ['x', *sys.argv[1:]]; from ${module} import ${main}; sys.exit(${main}())`
  row(
    `${peer.name} ${version}`,
    told.bad,
    told.good,
    timeOf(python, ['-c', start, ...peer.args('good/logistic-4.pkl')]),
  )
}
rmSync(folder, { recursive: true })

function sampled(files: readonly string[]): string[] {
  return files.filter((_, i) => i % Number(values.every) === 0)
}

function row(name: string, told: readonly Told[], good: readonly Told[], milliseconds: number): void {
  const counts = [told, good].flatMap(list =>
    (['flagged', 'undecided', 'passed'] as const).map(each => count(list, each)),
  )
  console.log(`| ${name} | ${counts.join(' | ')} | ${milliseconds.toFixed(0)} |`)
}

function count(list: readonly Told[], told: Told): string {
  const found = list.filter(each => each === told).length
  return `${found} (${((100 * found) / list.length).toFixed(1)} %)`
}

/** By the evidence of one run over the folder. */
async function byProofmark(set: 'bad' | 'good'): Promise<Told[]> {
  const Evidence = z.object({
    result: z.object({ files: z.array(z.object({ path: z.string(), status: z.string() })) }),
  })
  const child = spawn(process.execPath, [proofmark, 'security-scan', set, '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.on('data', chunk => {
    text += chunk
  })
  await once(child, 'close')
  const files = new Map(Evidence.parse(JSON.parse(text)).result.files.map(({ path, status }) => [path, status]))
  return names[set].map(name => {
    const status = files.get(`${set}/${name}`)
    return status === 'fail' ? 'flagged' : status === 'pass' ? 'passed' : 'undecided'
  })
}

/** By the exit codes of one run per file. */
async function byPeer({ program, args, codes }: Peer, root: string, files: readonly string[]): Promise<Told[]> {
  const Answer = z.object({ code: z.number() })
  const child = spawn(python, [resolve('bench/scan/in-peer.py'), ...program, 'scanner'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PROMPTFOO_DISABLE_TELEMETRY: '1', NO_ANALYTICS: '1' },
  })
  child.stdin.end(files.map(name => `${JSON.stringify(args(join(root, name)))}\n`).join(''))
  const told: Told[] = []
  for await (const line of createInterface({ input: child.stdout }))
    told.push(codes[Answer.parse(JSON.parse(line)).code] ?? 'undecided')
  if (told.length !== files.length)
    throw new Error(`Expected ${files.length} answers of ${program[0]} but found ${told.length}`)
  return told
}

/** Median of whole runs, in milliseconds. */
function timeOf(program: string, args: readonly string[]): number {
  const times = Array.from({ length: Number(values.runs) + 1 }, () => {
    const started = performance.now()
    spawnSync(program, args, { cwd: folder, stdio: 'ignore' })
    return performance.now() - started
  }).slice(1)
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function installed({ distribution }: Peer): string {
  const ask = `from importlib.metadata import version; print(version('${distribution}'))`
  return spawnSync(python, ['-c', ask], { encoding: 'utf8' }).stdout.trim()
}

function run(program: string, ...args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0)
    throw new Error(`Expected ${program} ${args.slice(0, 3).join(' ')} to succeed but it ended with ${status}`)
}
