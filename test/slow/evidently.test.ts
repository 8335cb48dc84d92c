import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { exportEvidently } from '../../src/commands/export-evidently.ts'
import { run } from '../../src/commands/run.ts'
import { compose } from '../../src/compose.ts'
import { Evidence } from '../../src/core/evidence.ts'
import { compare } from '../core/drift/in-memory.ts'
import { Source, textOf } from '../core/drift/profiles/case-tables.ts'
import { evidentlyProgram, evidentlyUi, QUIET } from '../evidently/evidently-ui.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const python = (...args: string[]) =>
  execFileSync(evidentlyProgram('python'), args, {
    encoding: 'utf8',
    env: QUIET,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const Vectors = z.object({
  versions: z.record(z.string(), z.string()),
  cases: z.array(
    z.object({
      name: z.string(),
      reference: Source,
      current: Source,
      columns: z.record(
        z.string(),
        z.object({ method: z.string(), threshold: z.number(), score: z.number(), drifted: z.boolean() }),
      ),
      dataset: z.object({ share: z.number(), flag: z.boolean() }),
    }),
  ),
})

const silent = { info() {}, warn() {}, progress() {} }

async function drift(root: string, settings: string): Promise<Extract<Evidence, { gate: 'drift-compare' }>> {
  writeFileSync(join(root, 'proofmark.yml'), settings)
  const request = {
    command: 'drift-compare',
    out: '.proofmark',
    config: 'proofmark.yml',
    configPath: 'proofmark.yml',
  } as const
  const asked = {
    ...request,
    inputs: new Map(),
    nameInput: ({ name }: { name: string }) => name,
    rebase: (path: string) => path,
  }
  await run(asked, compose(root, silent, {}))
  const evidence = Evidence.parse(
    JSON.parse(readFileSync(join(root, '.proofmark/drift-compare.evidence.json'), 'utf8')),
  )
  if (evidence.gate !== 'drift-compare') throw new Error('Expected evidence of drift-compare')
  return evidence
}

/** Our comparisons of the same tables by two profiles, as they were exported. */
interface Exported {
  readonly profile: string
  readonly verdict: string
  readonly path: string
  readonly expected: Readonly<Record<string, unknown>>
}

let root: string
let exported: readonly Exported[]
let vectors: z.infer<typeof Vectors>
let loaded: z.infer<typeof Loaded>[]

beforeAll(async () => {
  root = temporaryFolder('evidently')
  for (const name of ['train', 'current'])
    writeFileSync(join(root, `${name}.csv`), readFileSync(`examples/credit/${name}.csv`))
  exported = [await exportBy('evidently', 'passed'), await exportBy('proofmark', 'failed')]
  // In one process: to load Evidently takes longer than what it does here.
  const paths = exported.map(({ path }) => join(root, path))
  const said = Said.parse(
    JSON.parse(python('-W', 'ignore', join(import.meta.dirname, 'evidently/all.py'), root, ...paths)),
  )
  vectors = said.vectors
  loaded = said.loaded
  console.log(JSON.stringify(vectors.versions))
})

async function exportBy(profile: string, verdict: string): Promise<Exported> {
  const settings = `drift: { reference: train.csv, current: current.csv, ignore: [id], profile: ${profile} }\n`
  const { result } = await drift(root, settings)
  const target = { workspace: 'workspace', project: profile }
  const path = await exportEvidently('.proofmark', target, compose(root, silent, {}))
  const columns = (result?.columns ?? []).flatMap(({ column, tool, effect }) => {
    const value = tool ? tool.score : effect
    return value === undefined ? [] : [[column, value] as const]
  })
  expect(columns.length).toBeGreaterThan(10)
  return { profile, verdict, path, expected: Object.fromEntries(columns) }
}

test('the profile evidently has the method, threshold, score and flag of the real one for every column, and its flag for the table', async () => {
  expect(vectors.cases.length).toBeGreaterThanOrEqual(10)
  for (const { name, reference, current, columns, dataset } of vectors.cases) {
    const ignore = 'file' in reference ? ['id'] : []
    const { result, check } = await compare(textOf(reference), textOf(current), { profile: 'evidently', ignore })
    expect(result.columns.map(({ column }) => column).toSorted(), name).toEqual(Object.keys(columns).toSorted())
    for (const { column, tool } of result.columns) {
      const { score, ...expected } = columns[column] ?? { score: Number.NaN }
      expect(tool, `${name}: ${column}`).toMatchObject(expected)
      // What cancels: p of z is 1 − Φ, and the Jensen–Shannon divergence is a difference of logarithms.
      const slack =
        tool?.method === 'Z-test p_value' ? 4e-16 : tool?.method === 'Jensen-Shannon distance' ? 1e-16 / score : 0
      const error = Math.abs((tool?.score ?? Number.NaN) - score)
      expect(error, `${name}: ${column}: ${tool?.score} for ${score}`).toBeLessThanOrEqual(
        Math.max(1e-10 * score, slack),
      )
    }
    expect(check('table.drift').status, name).toBe(dataset.flag ? 'fail' : 'pass')
  }
})

test('reports and suites that it writes now, and that it wrote before 0.7, are taken over as those that are kept', async () => {
  const kept = resolve('test/cases/results')
  for (const id of ['evidently', 'evidently-legacy'])
    for (const name of readdirSync(`${kept}/${id}`)) {
      const { checks, materials } = await drift(root, `drift: { results: [${id}/${name}/source.json] }\n`)
      const before = JSON.parse(readFileSync(`${kept}/${id}/${name}/checks.json`, 'utf8'))
      // Evidently orders the columns of a suite by their hashes, which differ by run.
      const told = (all: typeof checks) =>
        all.map(({ id, status, importedFrom }) => `${id} ${status} ${importedFrom?.said}`).toSorted()
      expect(told(checks), name).toEqual(told(before))
      expect(materials, name).toMatchObject([{ role: 'result', name: `${id}/${name}/source.json` }])
      for (const { status, importedFrom } of checks)
        if (importedFrom?.said === 'pass') expect(status, name).toBe('pass')
    }
})

test('comparisons that were exported are loaded by Evidently and shown by evidently ui, with our numbers', async () => {
  expect(loaded.map(({ metrics }) => scores(metrics))).toEqual(exported.map(({ expected }) => expected))
  const { url, close } = await evidentlyUi(join(root, 'workspace'))
  try {
    const get = async (place: string): Promise<unknown> => (await fetch(`${url}/api/projects${place}`)).json()
    const projects = z.array(z.object({ id: z.string(), name: z.string() })).parse(await get(''))
    expect(projects.map(({ name }) => name).toSorted()).toEqual(['evidently', 'proofmark'])
    for (const { profile, verdict, path, expected } of exported) {
      const project = projects.find(({ name }) => name === profile)
      const [snapshot] = z
        .array(z.object({ id: z.string(), tags: z.array(z.string()) }))
        .parse(await get(`/${project?.id}/snapshots`))
      expect(snapshot?.tags).toEqual(['proofmark', verdict])
      expect(path).toBe(`workspace/${project?.id}/snapshots/${snapshot?.id}.json`)
      const shown = JSON.stringify(await get(`/${project?.id}/${snapshot?.id}/data`))
      for (const column of Object.keys(expected)) expect(shown).toContain(`Drift in column '${column}'`)
      const stored = Loaded.parse(await get(`/${project?.id}/${snapshot?.id}/download?report_format=json`))
      expect(scores(stored.metrics)).toEqual(expected)
    }
  } finally {
    await close()
  }
})

const Metrics = z.array(
  z.object({ config: z.object({ type: z.string(), column: z.string().optional() }), value: z.unknown() }),
)
const Loaded = z.object({ metrics: Metrics })
const Said = z.object({ vectors: Vectors, loaded: z.array(Loaded) })
const scores = (metrics: z.infer<typeof Metrics>) =>
  Object.fromEntries(
    metrics.flatMap(({ config, value }) => (config.column === undefined ? [] : [[config.column, value]])),
  )
