import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CATALOGUE } from '../../../src/core/controls/catalogue/index.ts'
import { isByGate } from '../../../src/core/controls/support.ts'
import { GATES, type GateName } from '../../../src/core/evidence.ts'
import { EXPLANATIONS } from '../../../src/core/explain/all-explanations.ts'
import { explainCheck } from '../../../src/core/explain/explain-check.ts'
import { ROOMS } from '../../../src/core/explain/faults.ts'
import { STEPS } from '../../../src/core/record/verification/step.ts'

const Status = z.enum(['pass', 'warn', 'fail', 'inconclusive'])
const Checked = z.object({ id: z.string(), status: Status })

/** Every check in a JSON document, wherever it stands. */
function checksIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(checksIn)
  if (typeof value !== 'object' || value === null) return []
  const own = Checked.safeParse(value)
  return [...(own.success ? [own.data.id] : []), ...Object.values(value).flatMap(checksIn)]
}

const GATE_OF: readonly (readonly [folder: string, gate: GateName])[] = [
  ['tables', 'data-validate'],
  ['cross-tables', 'data-validate'],
  ['results', 'data-validate'],
  ['importers', 'data-validate'],
  ['anomalies', 'drift-compare'],
]
const produced = GATE_OF.flatMap(([folder, gate]) => {
  const files = globSync(`test/cases/${folder}/**/expected.json`)
  return [...new Set(files.flatMap(file => checksIn(JSON.parse(readFileSync(file, 'utf8')))))].map(
    id => [gate, id] as const,
  )
})

/** Ids as the code makes them, `NAME` for what is the user's. */
const templates = (gate: GateName, folders: readonly string[]) =>
  folders
    .flatMap(folder => globSync(`src/core/${folder}/**/*.ts`))
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(/^\s+id: (?:'([^']+)'|`([^`]+)`),?$/gm)])
    .map(([, plain, template = '']) => plain ?? filled(template))
    // Of two names of variables nothing is known: the questions that they stand for are explained, and asked for, by name.
    .filter(id => id !== 'x.x')
    .map(id => [gate, id] as const)

const filled = (template: string) =>
  template
    .replace(/^\$\{(?:source\.|its\.)?role\}|^\$\{[a-z]+\.source\.role\}|^\$\{its\.role\}/, 'predictions')
    .replace(/\$\{[^}]*\}/g, 'x')

describe('every check has an explanation', () => {
  it('finds many of them among the cases', () => expect(produced.length).toBeGreaterThan(130))

  it.each(produced)('of %s: %s', (gate, id) => {
    expect(explainCheck(gate, id)?.remedy.length ?? 0).toBeGreaterThan(10)
  })

  it('only where the contract names the rule itself is it explained as that', () => {
    const named = produced.filter(([gate, id]) => explainCheck(gate, id)?.id === 'contract-rule').map(([, id]) => id)
    expect(named).toEqual(NAMED)
  })
})

/** Rules of the cases to which their contracts give names. */
const NAMED: readonly string[] = ['x.filled', 'sql-rule', 'x.text-rule', 'soda_rule', 'library-rule', 'unique-order']

it.each([
  ['dvc.workspace', 'dvc.workspace'],
  ['dvc.remote.default', 'dvc.remote'],
  ['lakefs.hooks.loans', 'lakefs.hooks'],
  ['lakefs.hooks.loans.2', 'lakefs.hooks'],
  ['hooks.changed', 'hooks.changed'],
  ['judging.changed', 'judging.changed'],
])('explains %s of data-validate as %s', (id, explained) => {
  expect(explainCheck('data-validate', id)?.id).toBe(explained)
})

it('explains what a control names', () => {
  const named = CATALOGUE.flatMap(({ support }) =>
    support.flatMap(each => (isByGate(each) ? (each.checks ?? []).map(topic => [each.gate, topic] as const) : [])),
  )
  const lost = named.filter(([gate, topic]) => {
    const found = EXPLANATIONS.find(one => one.gate === gate && (one.id === topic || one.also?.includes(topic)))
    return found === undefined
  })
  expect(lost).toEqual([])
})

it('explains every gate and every step of a verification', () => {
  const ids = EXPLANATIONS.map(({ id }) => id)
  for (const id of [...GATES, ...STEPS]) expect(ids).toContain(id)
})

it.each([
  ...templates('model-certify', [
    'model/predictions',
    'model/classes',
    'model/ranking',
    'model/forecasts',
    'model/errors',
    'model/holdout',
    'model/card',
    'model/behaviour',
    'model/claims',
  ]),
  ...templates('drift-compare', ['drift/obstacles', 'drift/series', 'drift/performance']),
  ...templates('security-scan', ['security/credentials', 'security/waivers', 'security/sensitive']),
])('explains what the code of %s can call a check: %s', (gate, id) => {
  expect(explainCheck(gate, id)?.remedy.length ?? 0).toBeGreaterThan(10)
})

it('explains a fault of every room of the code', () => {
  const rooms = globSync('src/**/*.ts').flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/new UserError\(\s*'([a-z0-9-]+)\.[a-z0-9-]+'/g)].map(
      ([, room = '']) => room,
    ),
  )
  expect(new Set(rooms).size).toBeGreaterThan(40)
  expect([...new Set(rooms)].filter(room => !(room in ROOMS))).toEqual([])
})

it('leaves no part of an explanation empty', () => {
  const short = EXPLANATIONS.filter(
    one =>
      one.title.length < 2 || [one.means, one.computed, one.source, one.remedy].some(text => text.trim().length < 12),
  )
  expect(short.map(({ id }) => id)).toEqual([])
})

it('gives each id of a kind once', () => {
  const names = EXPLANATIONS.map(({ id, kind, of = '', gate = '' }) => `${kind} ${gate} ${of} ${id}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
