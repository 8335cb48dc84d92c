import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exitCode } from '../../src/commands/exit-code.ts'
import { type GateCommand, produceEvidence } from '../../src/commands/produce-evidence.ts'
import { compose } from '../../src/compose.ts'
import { Evidence } from '../../src/core/evidence.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { UserError } from '../../src/core/user-error.ts'
import { creditRepository } from '../harness/credit.ts'

const silent = { info: () => {}, warn: () => {}, progress: () => {} }

/** A gate that ends in the given way, on the credit model. */
async function produced(find: GateCommand<'drift-compare'>['find'], out = '.proofmark') {
  const root = creditRepository()
  const settings = Settings.parse({ model: { files: ['model-champion.joblib'] } })
  const gate: GateCommand<'drift-compare'> = { gate: 'drift-compare', find }
  const result = await produceEvidence(gate, settings, compose(root, silent, { commit: 'c'.repeat(40) }), out)
  const path = join(root, result.path)
  expect(existsSync(path)).toBe(true)
  expect(Evidence.parse(JSON.parse(readFileSync(path, 'utf8')))).toEqual(result.evidence)
  return result
}

describe('evidence is written whatever happens', () => {
  it('of a gate that the user can mend: its message, place and remedy', async () => {
    const { evidence, error } = await produced(async () => {
      throw new UserError('table.ragged-row', 'Expected 3 cells but found 2 (a.csv:7)', {
        file: 'a.csv',
        line: 7,
        hint: 'Complete the row',
      })
    })
    expect(evidence).toMatchObject({
      verdict: 'inconclusive',
      subject: [{ name: 'model-champion.joblib', bytes: 5466 }],
      checks: [
        {
          id: 'table.ragged-row',
          status: 'inconclusive',
          reason: 'Expected 3 cells but found 2 (a.csv:7)',
          hint: 'Complete the row',
          locations: [{ file: 'a.csv', line: 7 }],
        },
      ],
      run: { commit: 'c'.repeat(40) },
    })
    expect(exitCode(evidence.verdict, [error])).toBe(3)
  })

  it('of a gate with a bug of ours: inconclusive, never passed', async () => {
    const { evidence, error } = await produced(async () => {
      throw new TypeError('x is not a function')
    })
    expect(evidence).toMatchObject({ verdict: 'inconclusive', checks: [{ id: 'internal.error' }] })
    expect(exitCode(evidence.verdict, [error])).toBe(2)
  })

  it('of a gate that checked nothing: inconclusive', async () => {
    const { evidence } = await produced(async () => ({
      materials: [],
      checks: [],
      result: {
        rows: { reference: 0, current: 0 },
        alpha: 0.05,
        level: 0.9,
        limits: { effect: 1, missingChange: 1, unseenShare: 1 },
        tests: 0,
        methods: [],
        columns: [],
      },
    }))
    expect(evidence.verdict).toBe('inconclusive')
  })

  it('but not with the output folder as part of the model', async () => {
    const root = creditRepository()
    const settings = Settings.parse({ model: { files: ['.'] } })
    const gate: GateCommand<'drift-compare'> = {
      gate: 'drift-compare',
      find: () => Promise.reject(new Error('not reached')),
    }
    const ports = compose(root, silent, {})
    await produceEvidence(gate, settings, ports, '.proofmark')
    const { evidence } = await produceEvidence(gate, settings, ports, '.proofmark')
    expect(evidence.checks[0]).toMatchObject({ id: 'model.covers-output' })
  })
})

describe('the exit code', () => {
  const input = new UserError('a.b', 'x')
  const environment = new UserError('a.b', 'x', { kind: 'environment' })
  it.each([
    ['passed', [], 0],
    ['failed', [], 1],
    ['inconclusive', [], 2],
    ['inconclusive', [input], 3],
    ['failed', [input], 3],
    ['failed', [input, environment], 4],
    ['passed', [new Error('bug')], 2],
  ] as const)('of %s with %j is %d', (verdict, errors, code) => {
    expect(exitCode(verdict, errors)).toBe(code)
  })
})
