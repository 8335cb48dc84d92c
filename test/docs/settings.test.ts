import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { GATES, type GateName } from '../../src/core/evidence.ts'
import { evidenceIn, KEYS } from '../harness/credit.ts'
import { runProgram } from '../harness/run-program.ts'
import { blockOf } from './block-of.ts'
import { creditFolder } from './sessions.ts'

/** The credit example under the names that the pages use, of tables the first rows: what is asked is whether the settings run. */
const NAMES: Readonly<Record<string, string>> = {
  'model.joblib': 'model-champion.joblib',
  'predictions.csv': 'predictions-forest.csv',
  'predictions-in-production.csv': 'predictions-champion.csv',
  'april.csv': 'current.csv',
}

let folder: string

beforeAll(() => {
  folder = creditFolder()
  writeFileSync(join(folder, 'proofmark.key'), KEYS.privateKey)
  for (const [name, file] of Object.entries(NAMES)) {
    if (name.endsWith('.csv')) writeFileSync(join(folder, name), firstRows(file, 400))
    else copyFileSync(join(folder, file), join(folder, name))
  }
})

const firstRows = (file: string, rows: number) =>
  `${readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .slice(0, rows + 1)
    .join('\n')}\n`

/** Runs a command by the settings of a page, with what they leave out. */
async function run(page: string, begins: string, args: readonly string[], rest = '') {
  rmSync(join(folder, '.proofmark'), { recursive: true, force: true })
  writeFileSync(join(folder, 'proofmark.yml'), `${blockOf(page, begins)}\n${rest}`)
  return runProgram(folder, args)
}

const statuses = (gate: GateName) => evidenceIn(folder, gate).checks.map(({ id, status }) => `${id} ${status}`)

describe('settings that a page shows are what the program runs by', () => {
  it('README.md: every gate', async () => {
    const { code, said } = await run('README.md', '# proofmark.yml', ['gate', '--key', 'proofmark.key'])
    expect([code, said]).toEqual([1, expect.stringContaining('Refused, failed: credit-default')])
    for (const gate of GATES) expect(statuses(gate).length).toBeGreaterThan(1)
    expect(evidenceIn(folder, 'model-certify').checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['auc.floor', 'auc.no-worse-than-champion']),
    )
  })

  it('actions/drift-compare/README.md: a method and a limit of one column', async () => {
    const { code } = await run('actions/drift-compare/README.md', '# proofmark.yml\ndrift:\n  reference', [
      'drift-compare',
    ])
    expect(code).toBe(1)
    const of = (column: string) =>
      evidenceIn(folder, 'drift-compare').checks.find(({ id }) => id === `${column}.distribution`)
    expect(of('income')).toMatchObject({ measured: { method: 'psi' }, required: { value: 0.25 } })
    expect(of('expenses')).toMatchObject({ measured: { method: 'wasserstein' }, required: { value: 0.2 } })
  })

  it('actions/data-validate/README.md: a dialect', async () => {
    mkdirSync(join(folder, 'exports'), { recursive: true })
    writeFileSync(join(folder, 'exports/applications.csv'), firstRows('applications.csv', 199).replaceAll(',', ';'))
    const args = ['data-validate', '--data', 'exports/applications.csv', '--contract', 'contract.odcs.yaml']
    const { code, said } = await run('actions/data-validate/README.md', 'data:\n  dialects', args)
    expect(code, said).toBeLessThanOrEqual(2)
    expect(said).toContain('199 rows, 15 columns')
  })

  it('actions/security-scan/README.md: waivers', async () => {
    const args = ['security-scan', 'model.joblib']
    const { code, said } = await run('actions/security-scan/README.md', 'policy:\n  waivers', args)
    expect(code, said).toBeLessThanOrEqual(2)
    expect(said).toContain('fraud.features.Encoder')
  })

  it('docs/controls.md: a control of one’s own', async () => {
    const data = 'data:\n  files: [applications.csv]\n  contract: contract.odcs.yaml\n'
    await run('docs/controls.md', 'controls:', ['data-validate', '--quiet'], data)
    const { code, said } = await runProgram(folder, ['controls'])
    expect(code, said).toBeLessThanOrEqual(1)
    expect(said).toMatch(/^ +\S+ +3\.1 +Credit data is checked before each training$/m)
  })
})
