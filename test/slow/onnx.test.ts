import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import { compose } from '../../src/compose.ts'
import { Settings } from '../../src/core/settings/schema.ts'

const NUMERIC = ['seniority', 'time', 'age', 'expenses', 'income', 'assets', 'debt', 'amount', 'price']
const log = { info: () => {}, warn: () => {}, progress: () => {} }
let root: string

/** A folder with the models and the hold-out. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'onnx-'))
  mkdirSync(join(path, 'node_modules'))
  for (const name of ['matrix', 'columns', 'regression', 'zipmap'])
    copyFileSync(`test/fixtures/onnx/${name}.onnx`, join(path, `${name}.onnx`))
  const rows = readFileSync('examples/credit/holdout.csv', 'utf8').split('\n').slice(0, 201)
  writeFileSync(join(path, 'holdout.csv'), `${rows.join('\n')}\n`)
  return path
}

/** What scikit-learn says of the same rows. */
const expected = readFileSync('test/fixtures/onnx/expected.csv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(row => row.split(','))

const certified = async (onnx: object) => {
  const settings = Settings.parse({
    certify: {
      predictions: 'out/predictions.csv',
      label: 'status',
      positive: 'bad',
      score: 'p_bad',
      claims: ['auc >= 0.6'],
      onnx: { data: 'holdout.csv', columns: { p_bad: 0 }, ...onnx },
    },
  })
  return (await produceEvidence(modelCertify, settings, compose(root, log, {}), '.proofmark')).evidence
}

const written = () =>
  readFileSync(join(root, 'out/predictions.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(row => row.split(','))

describe.each(['onnxruntime-node', 'onnxruntime-web'])('with %s', name => {
  beforeAll(() => {
    // Node remembers a package that it did not find.
    root = folder()
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@1.30.0`], {
      cwd: root,
      stdio: 'pipe',
    })
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it.each([
    ['matrix.onnx', 1, { features: NUMERIC }],
    ['columns.onnx', 2, {}],
  ])('%s gives the probabilities of scikit-learn', async (model, column, settings) => {
    const evidence = await certified({ model, ...settings })
    const rows = written()
    expect(rows.map(([id]) => id)).toEqual(expected.map(([id]) => id))
    for (const [row, cells] of rows.entries()) expect(Number(cells[2])).toBeCloseTo(Number(expected[row]?.[column]), 5)
    expect(evidence.materials.map(({ name, role }) => [name, role])).toEqual([
      ['out/predictions.csv', 'predictions'],
      [model, 'model'],
      ['holdout.csv', 'data'],
    ])
    expect(evidence.checks.find(({ id }) => id === 'auc.floor')?.measured?.n).toBe(200)
  })

  it('gives numbers of a regression', async () => {
    await certified({ model: 'regression.onnx', features: NUMERIC.slice(0, -1) })
    for (const [row, cells] of written().entries())
      expect(Number(cells[2]) / Number(expected[row]?.[3])).toBeCloseTo(1, 4)
  })

  it.each([
    ['zipmap.onnx', { features: NUMERIC }, /^Expected the output 'output_probability' of zipmap.onnx to be a tensor/],
    ['matrix.onnx', { features: NUMERIC.slice(1) }, /^Expected 9 features for the input 'X' but found 8/],
    ['matrix.onnx', {}, /^Expected 9 features for the input 'X' but found 1: X$/],
    [
      'matrix.onnx',
      { features: [...NUMERIC.slice(1), 'home'] },
      /^Expected a number in 'home' but found something else \(holdout.csv:2\)/,
    ],
    ['matrix.onnx', { features: NUMERIC, columns: { p_bad: 2 } }, /^Expected more than 2 numbers in a row/],
    [
      'matrix.onnx',
      { features: NUMERIC, output: 'scores' },
      /^Expected an output 'scores' of matrix.onnx but found 'label' and/,
    ],
    ['holdout.csv', { features: NUMERIC }, /^Expected holdout.csv to be an ONNX model but it cannot be loaded/],
    ['none.onnx', { features: NUMERIC }, /none.onnx/],
  ])('%s, %o: is inconclusive with a sentence', async (model, settings, reason) => {
    const { verdict, checks } = await certified({ model, ...settings })
    expect(verdict).toBe('inconclusive')
    expect(checks[0]?.reason).toMatch(reason)
    expect(checks[0]?.hint).toBeTruthy()
  })
})

it('says what to install where no runtime is', async () => {
  root = folder()
  const { verdict, checks } = await certified({ model: 'matrix.onnx', features: NUMERIC })
  expect(verdict).toBe('inconclusive')
  expect(checks[0]).toMatchObject({ id: 'onnx.no-runtime', hint: expect.stringContaining('npm install') })
  rmSync(root, { recursive: true })
})
