// Writes what is generated from the sources: JSON Schemas, the compiled kernel, and the tables in the READMEs and in docs/reference.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { CATALOGUE } from '../src/core/controls/catalogue/index.ts'
import * as anomalies from '../src/core/drift/anomalies/index.ts'
import { decides, METHODS } from '../src/core/drift/method-for.ts'
import * as methods from '../src/core/drift/methods/index.ts'
import { Evidence } from '../src/core/evidence.ts'
import { NAMESPACE } from '../src/core/identifiers.ts'
import * as metrics from '../src/core/model/metrics/index.ts'
import { SelftestResult } from '../src/core/model/selftest/selftest-result.ts'
import * as allowLists from '../src/core/security/allowlists/index.ts'
import type { Format } from '../src/core/security/format.ts'
import * as formats from '../src/core/security/formats/index.ts'
import * as kinds from '../src/core/security/sensitive/kinds/index.ts'
import * as tokenMethods from '../src/core/security/tokens/methods/index.ts'
import * as rules from '../src/core/security/workflows/rules/index.ts'
import { Settings } from '../src/core/settings/schema.ts'
import * as checks from '../src/core/tables/checks/index.ts'
import * as crossChecks from '../src/core/tables/cross-checks/index.ts'
import { checkPages } from '../src/report/check-pages.ts'
import review from './allowlists/review.json' with { type: 'json' }
import { compileKernel } from './compile-kernel.ts'
import { dashboard } from './dashboard/dashboard.ts'

interface Manifest {
  inputs?: Record<string, { description: string; required?: boolean; default?: string }>
  outputs?: Record<string, { description: string }>
}

const kernel = await compileKernel()

/** Every generated file as it should be, by path. */
export function generated(): Map<string, string> {
  const files = new Map<string, string>()
  files.set('schema/proofmark.schema.json', jsonSchema('proofmark.schema.json', Settings, 'input'))
  files.set('schema/evidence.schema.json', jsonSchema('evidence.schema.json', Evidence, 'output'))
  files.set('schema/selftest.schema.json', jsonSchema('selftest.schema.json', SelftestResult, 'output'))
  files.set('src/tables/text/kernel/code.wasm.ts', kernel)
  files.set('src/core/drift/method-ids.ts', methodIds())
  files.set('src/core/explain/definitions.json', definitions())
  files.set('src/core/metrics/dashboard.json', `${JSON.stringify(dashboard(), null, 2)}\n`)
  for (const name of readdirSync('actions', { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)) {
    const path = `actions/${name}/README.md`
    if (existsSync(path))
      files.set(path, withTables(readFileSync(path, 'utf8'), manifestTables(`actions/${name}/action.yml`)))
  }
  for (const [path, text] of checkPages()) files.set(path, text)
  for (const path of ['docs/reference.md', 'docs/data-contracts.md', 'docs/operational-series.md', 'docs/controls.md'])
    files.set(path, withTables(readFileSync(path, 'utf8'), registryTables()))
  return files
}

function jsonSchema(name: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => void delete jsonSchema.path })
  return `${JSON.stringify({ $schema, $id: `${NAMESPACE}schema/${name}`, ...rest }, null, 2)}\n`
}

/** Folders whose files define one thing each, by their doc comments. */
const DEFINING = [
  'tables/checks',
  'tables/cross-checks',
  'drift/methods',
  'drift/anomalies',
  'model/behaviour',
  'model/degradations',
  ...Object.keys(metrics).map(task => `model/metrics/${task}`),
  'security/formats',
  'security/sensitive/kinds',
  'security/workflows/rules',
  'security/tokens/methods',
]

/** What each file says of what it exports, for `proofmark explain`: its doc comment, so that code and explanation are one. */
function definitions(): string {
  const found = DEFINING.flatMap(folder =>
    readdirSync(`src/core/${folder}`)
      .filter(name => name.endsWith('.ts') && name !== 'index.ts')
      .toSorted()
      .flatMap(name => {
        const text = readFileSync(`src/core/${folder}/${name}`, 'utf8')
        const [, comment = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const/.exec(text) ?? []
        const said = comment.replace(/\s*\n\s*\* ?/g, ' ').trim()
        return said === '' ? [] : [[`${folder}/${name.slice(0, -3)}`, said] as const]
      }),
  )
  return `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`
}

/** A list of its own, so that reading settings does not load the methods. */
function methodIds(): string {
  const ids = METHODS.filter(decides).map(({ id }) => `  '${id}',\n`)
  return `/** Methods that settings may choose; written by scripts/generate.ts. */\nexport const METHOD_IDS = [\n${ids.join('')}] as const\n`
}

function manifestTables(path: string): Record<string, string> {
  const { inputs = {}, outputs = {} }: Manifest = parse(readFileSync(path, 'utf8'))
  return {
    inputs: table(
      ['Input', 'Meaning', 'Default'],
      Object.entries(inputs).map(([name, { description, default: given, required }]) => {
        const [meaning = '', stated] = description.split(/\. Default: /)
        return [
          `\`${name}\``,
          meaning,
          required ? '_required_' : given !== undefined ? `\`${given}\`` : stated === undefined ? '' : stated,
        ]
      }),
    ),
    outputs: table(
      ['Output', 'Meaning'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
  }
}

function registryTables(): Record<string, string> {
  const rows = (registry: Record<string, { id: string; title: string }>) =>
    Object.values(registry)
      .map(({ id, title }) => [`\`${id}\``, title])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return {
    checks: table(
      ['Check', 'What it asks', 'Asked for by'],
      [...Object.values(checks), ...Object.values(crossChecks)].map(({ id, title, expectations }) => [
        `\`${id}\``,
        title,
        expectations.map(({ name }) => `\`${name}\``).join(', '),
      ]),
    ),
    'column-expectations': expectationTable('column'),
    'table-expectations': expectationTable('table'),
    metrics: table(
      ['Metric', 'Name', 'Task'],
      Object.entries(metrics).flatMap(([task, own]) => rows(own).map(row => [...row, task])),
    ),
    methods: table(['Method', 'Name'], rows(methods)),
    anomalies: table(
      ['Rule', 'What it asks', 'Usual for'],
      Object.values(anomalies).map(({ id, title, claim, usual }) => [
        `\`${id}\``,
        `${title}: ${claim}`,
        usual.length === 5 ? 'all' : usual.join(', '),
      ]),
    ),
    'anomaly-variants': table(
      ['Rule', 'Definition'],
      Object.values(anomalies).map(({ id, variant }) => [`\`${id}\``, variant]),
    ),
    formats: table(['Format', 'Name', 'Read'], formatRows()),
    'allow-lists': table(['Library', 'Versions', 'Names', 'Made'], allowListRows()),
    'kept-out': table(['Name', 'Why'], keptOutRows()),
    rules: table(['Rule', 'What it asks'], rows(rules)),
    kinds: table(['Kind', 'Name'], rows(kinds)),
    tokens: table(['Method', 'What it does'], rows(tokenMethods)),
    controls: table(
      ['Control', 'What it asks for, in our words', 'At best', 'Supported by'],
      CATALOGUE.map(({ id, title, reach, support }) => [
        `\`${id}\``,
        title,
        reach === 'whole' ? 'supported' : 'partial',
        [...new Set(support.map(each => ('gate' in each ? each.gate : each.entry)))].join(', '),
      ]),
    ),
  }
}

/** What a contract may ask for by name, under `engine: proofmark`. */
function expectationTable(level: 'column' | 'table'): string {
  const rows = [...Object.values(checks), ...Object.values(crossChecks)].flatMap(({ title, expectations }) =>
    expectations
      .filter(expectation => expectation.level === level)
      .map(({ name, options }) => ({ name, title, given: argumentsOf(options) })),
  )
  // Names are long and do not break: in a column of their own they would leave no room for the others.
  return table(
    ['Expectation, and what it asks', 'Arguments'],
    rows
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, title, given }) => [`\`${name}\`<br>${title}`, given]),
  )
}

const Arguments = z.object({
  properties: z
    .record(z.string(), z.object({ enum: z.array(z.string()).optional(), default: z.json().optional() }))
    .default({}),
  required: z.array(z.string()).default([]),
})

/** Arguments by name, their words where only some will do, the default where there is one; `?` after those that may be left out. */
function argumentsOf(options: z.ZodType): string {
  const { properties, required } = Arguments.parse(z.toJSONSchema(options, { io: 'input' }))
  return Object.entries(properties)
    .map(([name, { enum: words, default: standard }]) => {
      const optional = required.includes(name) || standard !== undefined ? '' : '?'
      const value = standard === undefined ? '' : ` = ${JSON.stringify(standard)}`
      return `\`${name}${optional}${value}\`${words ? ` (${words.join(', ')})` : ''}`
    })
    .join(', ')
}

/** Formats that are read, and those that are only identified, whose files are inconclusive. */
function formatRows(): string[][] {
  const known: Format[] = Object.values(formats)
  return known
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, unread }) => [`\`${id}\``, title, unread ? 'not yet: inconclusive' : 'to its last byte'])
}

function allowListRows(): string[][] {
  return Object.values(allowLists).map(({ library, versions, names, made }) => [
    library,
    versions.join(', '),
    `${Object.values(names).flatMap(listed => listed.split(' ')).length}`,
    made,
  ])
}

/** What libraries write and no file may load, as `module:name`, where `*` stands for anything. */
const keptOutRows = () => review.refused.map(({ names, why }) => [names.map(name => `\`${name}\``).join(' '), why])

function table(head: string[], rows: string[][]): string {
  const escaped = rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')))
  return [head, head.map(() => '---'), ...escaped].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** The text with what stands between `<!-- NAME -->` and `<!-- /NAME -->` replaced. */
function withTables(text: string, tables: Record<string, string>): string {
  return Object.entries(tables).reduce(
    (whole, [name, body]) =>
      whole.replace(new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`), `$1\n${body}\n$2`),
    text,
  )
}

if (import.meta.main) for (const [path, text] of generated()) writeFileSync(path, text)
