import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { generated } from '../scripts/generate.ts'
import { schemaAt } from '../src/core/documents/validate.ts'
import * as anomalies from '../src/core/drift/anomalies/index.ts'
import * as methods from '../src/core/drift/methods/index.ts'
import * as behaviours from '../src/core/model/behaviour/index.ts'
import * as degradations from '../src/core/model/degradations/index.ts'
import * as metrics from '../src/core/model/metrics/index.ts'
import * as resultFormats from '../src/core/results/formats/index.ts'
import * as formats from '../src/core/security/formats/index.ts'
import * as kinds from '../src/core/security/sensitive/kinds/index.ts'
import * as tokenMethods from '../src/core/security/tokens/methods/index.ts'
import * as rules from '../src/core/security/workflows/rules/index.ts'
import { INPUTS, inputsOf } from '../src/core/settings/inputs.ts'
import { Options } from '../src/core/settings/options.ts'
import { Settings } from '../src/core/settings/schema.ts'
import * as checks from '../src/core/tables/checks/index.ts'
import * as crossChecks from '../src/core/tables/cross-checks/index.ts'
import * as importers from '../src/core/tables/importers/index.ts'
import { VERSION } from '../src/core/version.ts'

const Manifest = z.object({
  name: z.string().min(1),
  description: z.string().min(1).max(125),
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string().min(1), required: z.boolean(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string().min(1) })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string() }),
})
const manifest = (path: string) => Manifest.parse(parse(readFileSync(path, 'utf8')))
const actions = readdirSync('actions', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)

/** Inputs that are not settings, by command. */
const BESIDE: Record<string, string[]> = { gate: ['key'], 'audit-record': ['key', 'evidence'] }

describe.each(actions)('the action %s', name => {
  const { runs, inputs } = manifest(`actions/${name}/action.yml`)

  it('runs a file that is built', () => {
    expect(join('actions', name, runs.main)).toBe(`dist/${name}.js`)
    expect(existsSync(`dist/${name}.js`)).toBe(true)
  })

  it('has a README that shows how to use it, its permissions, and its tables as they are', () => {
    const readme = readFileSync(`actions/${name}/README.md`, 'utf8')
    expect(readme).toMatch(/uses: proofmark\/proofmark/)
    expect(readme).toMatch(/```yaml\npermissions:/)
    for (const input of Object.keys(inputs)) expect(readme).toContain(`| \`${input}\` |`)
  })
})

describe.each(Object.keys(INPUTS) as (keyof typeof INPUTS)[])('the inputs of %s', name => {
  const { inputs } = manifest(`actions/${name}/action.yml`)

  it('are those the settings know, and no others', () => {
    const known = [
      ...inputsOf(name).map(input => input.name),
      ...Object.keys(Options.shape),
      ...(BESIDE[name] ?? []),
      'token',
    ]
    expect(Object.keys(inputs).toSorted()).toEqual(known.toSorted())
  })

  it('say what the settings say, and leave their defaults to them: a default here would silence proofmark.yml', () => {
    for (const { name: input, setting } of inputsOf(name)) {
      const stated = inputs[input]
      expect(stated?.default).toBeUndefined()
      const description = schemaAt(Settings, setting.split('.'))?.meta()?.description ?? wrapped(setting)
      expect(stated?.description.startsWith(description), `${input}: ${description}`).toBe(true)
    }
  })

  it('have the defaults of the options', () => {
    const defaults = z.object({}).catchall(z.unknown()).parse(Options.parse({}))
    for (const option of Object.keys(Options.shape)) {
      expect(inputs[option]?.default).toBe(defaults[option] === undefined ? undefined : String(defaults[option]))
    }
  })
})

/** The description of a setting that stands on its wrapper (default, optional). */
function wrapped(setting: string): string {
  const [section = '', key = ''] = setting.split('.')
  const json = z.toJSONSchema(Settings, { io: 'input' })
  const inner = z
    .object({ properties: z.record(z.string(), z.object({ description: z.string() })) })
    .parse(json.properties?.[section])
  return inner.properties[key]?.description ?? ''
}

it('the root action is the gate', () => {
  const root = readFileSync('action.yml', 'utf8')
  expect(root.replace('main: dist/', 'main: ../../dist/')).toBe(readFileSync('actions/gate/action.yml', 'utf8'))
})

it('what is generated is up to date: run `npm run generate`', () => {
  for (const [path, text] of generated()) expect(readFileSync(path, 'utf8'), path).toBe(text)
})

it('the version is that of package.json', () => {
  expect(parse(readFileSync('package.json', 'utf8')).version).toBe(VERSION)
})

const metricFamilies = Object.entries(metrics).map(
  ([task, own]) => [`${task} metric`, `src/core/model/metrics/${task}`, own, `test/cases/model/${task}`] as const,
)

describe.each([
  ...metricFamilies,
  ['behaviour', 'src/core/model/behaviour', behaviours, 'test/cases/behaviour'],
  ['degradation', 'src/core/model/degradations', degradations, 'test/cases/degradations'],
  ['check', 'src/core/tables/checks', checks, 'test/cases/tables'],
  ['check over two tables', 'src/core/tables/cross-checks', crossChecks, 'test/cases/cross-tables'],
  ['importer', 'src/core/tables/importers', importers, 'test/cases/importers'],
  ['format of results', 'src/core/results/formats', resultFormats, 'test/cases/results'],
  ['method', 'src/core/drift/methods', methods, 'test/cases/drift'],
  ['rule over a series', 'src/core/drift/anomalies', anomalies, 'test/cases/anomalies'],
  ['format', 'src/core/security/formats', formats, 'test/cases/security'],
  ['kind of sensitive data', 'src/core/security/sensitive/kinds', kinds, 'test/cases/sensitive'],
  ['token method', 'src/core/security/tokens/methods', tokenMethods, 'test/cases/tokens'],
  ['workflow rule', 'src/core/security/workflows/rules', rules, 'test/cases/workflows'],
] as const)('every %s', (_, folder, registry, cases) => {
  const files = readdirSync(folder)
    .filter(file => file !== 'index.ts')
    .map(file => basename(file, '.ts'))
  const known: { id: string }[] = Object.values(registry)

  it(`has one file in ${folder}, named for its id, and one line in index.ts`, () => {
    expect(known.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
  })

  it.each(files)('%s has a folder of cases', id => {
    expect(existsSync(join(cases, id)), `${join(cases, id)} is missing`).toBe(true)
    expect(readdirSync(join(cases, id)).length).toBeGreaterThan(0)
  })
})

describe('the house', () => {
  const sources = ['src', 'actions'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => join(folder, file)),
  )

  it('has no room for odds and ends', () => {
    expect(sources.filter(path => /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.ts$)/.test(path))).toEqual([])
  })

  it('has small rooms', () => {
    const lines = sources.map(path => ({ path, lines: readFileSync(path, 'utf8').split('\n').length }))
    expect(lines.filter(file => file.lines > 250)).toEqual([])
    const sizes = lines.map(file => file.lines).toSorted((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
  })
})
