import { expect, it } from 'vitest'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const explain = (...args: string[]) => runProgram(temporaryFolder('explain'), ['explain', ...args])

it.each([
  ['auc', 'auc: AUC', 'Hanley and McNeil 1982'],
  ['roc_auc', 'auc: AUC', 'metric (binary) of model-certify'],
  ['AUC', 'auc: AUC', 'to mend'],
  ['psi', 'psi: Population stability index', 'Σ (q − p) ln(q / p)'],
  ['orders.amount.enum', 'enum: Every value is one of a list', 'check of data-validate'],
  ['expect_column_values_to_be_in_set', 'enum: Every value is one of a list', 'Great Expectations'],
  ['artefact.models/a.b/x.pkl', 'artefact: Loading the file', 'allow lists'],
  ['auc.floor.every-home', 'floor: A metric of at least a value', 'DeLong'],
  ['gate-skippable', 'workflow.gate-skippable', 'workflow rule of security-scan'],
  ['file.missing', 'file.missing: The gate could not run', 'inconclusive, and never counts as passed'],
  ['not-revoked', 'not-revoked: Nobody has revoked it', 'step of a verification'],
])('explains %s', async (asked, title, within) => {
  const { code, said } = await explain(asked)
  expect(code).toBe(0)
  expect(said).toContain(title)
  expect(said.replace(/\s+/g, ' ')).toContain(within)
})

it.each([
  ['psy', "Did you mean 'psi'"],
  ['orders.amount.enumm', "Did you mean 'enum'"],
  ['kolmogorov-smirnof', "Did you mean 'kolmogorov-smirnov'"],
])('says what may be meant by %s', async (asked, hint) => {
  const { code, said } = await explain(asked)
  expect(code).toBe(3)
  expect(said).toContain(hint)
})

it('means nothing by what nothing of ours is called', async () => {
  const { code, said } = await explain('xyzzy-quux-nothing')
  expect(code).toBe(3)
  expect(said).not.toContain('Did you mean')
  expect(said).toContain('docs/checks.md')
})

it('narrows by the gate, and prints JSON', async () => {
  const { said } = await explain('recall', '--json')
  const all = JSON.parse(said).explanations.map(({ of }: { of: string }) => of)
  expect(all).toEqual(['binary', 'ranking'])
  expect(JSON.parse((await explain('type', '--gate', 'drift-compare', '--json')).said).explanations).toMatchObject([
    { id: 'type', gate: 'drift-compare' },
  ])
  expect((await explain('type', '--gate', 'nowhere')).code).toBe(3)
  expect((await explain()).said).toContain('Expected one id but found 0')
})

it('writes no control character of what was asked to the terminal', async () => {
  expect((await explain('\u001b[31mred')).said).not.toContain('\u001b[31mred')
})
