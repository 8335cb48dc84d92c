import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import { compose } from '../../src/compose.ts'
import { Settings } from '../../src/core/settings/schema.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'predict-'))
  writeFileSync(join(root, 'holdout.csv'), rows.map(([id, label]) => `${id},${label}\n`).join(''))
})
afterEach(() => rmSync(root, { recursive: true }))

const rows = Array.from({ length: 60 }, (_, i) => [`r${i}`, i % 2, i % 2 ? 0.9 : 0.1] as const)
const table = `id,label,score\n${rows.map(row => row.join(',')).join('\n')}\n`
const log = { info: () => {}, warn: () => {}, progress: () => {} }

/** The gate's evidence where a script of Node's makes the predictions. */
const certified = async (script: string, more: object = {}) => {
  const settings = Settings.parse({
    certify: {
      predictions: 'predictions.csv',
      claims: ['auc >= 0.8'],
      predict: { command: [process.execPath, '-e', script], inputs: ['holdout.csv'], ...more },
    },
  })
  return (await produceEvidence(modelCertify, settings, compose(root, log, {}), '.proofmark')).evidence
}

const write = (text: string) => `require('fs').writeFileSync('predictions.csv', ${JSON.stringify(text)})`

it('judges what the command wrote, and keeps what it was made from', async () => {
  const evidence = await certified(write(table))
  expect(evidence.verdict).toBe('passed')
  expect(evidence.materials.map(({ name, role }) => [name, role])).toEqual([
    ['predictions.csv', 'predictions'],
    ['holdout.csv', 'input'],
  ])
  expect(evidence.gate === 'model-certify' && evidence.result?.predicting).toMatchObject({
    folder: '.',
    environment: [],
    digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

describe('a command that does not do its work is inconclusive, with a sentence', () => {
  it('fails', async () => {
    const { verdict, checks } = await certified("console.error('no module named sklearn'); process.exit(1)")
    expect(verdict).toBe('inconclusive')
    expect(checks[0]).toMatchObject({
      id: 'predict.failed',
      reason: expect.stringMatching(/but it ended with code 1: no module named sklearn$/),
    })
    expect(readFileSync(join(root, '.proofmark/predict.log'), 'utf8')).toBe('no module named sklearn\n')
  })

  it('hangs', async () => {
    const { verdict, checks } = await certified('setInterval(() => {}, 1000)', { 'max-seconds': 1 })
    expect(verdict).toBe('inconclusive')
    expect(checks[0]?.reason).toMatch(/to end within 1 seconds but it did not$/)
  })

  it('is not there', async () => {
    const { verdict, checks } = await certified('', { command: ['no-such-program'] })
    expect(verdict).toBe('inconclusive')
    expect(checks[0]).toMatchObject({ id: 'predict.not-started' })
  })

  it('writes half a file', async () => {
    const { verdict, checks } = await certified(write(table.slice(0, -6)))
    expect(verdict).toBe('inconclusive')
    expect(checks[0]?.reason).toMatch(/predictions.csv:61/)
  })

  it('writes nothing, whatever was there before', async () => {
    writeFileSync(join(root, 'predictions.csv'), table)
    const { verdict, checks } = await certified('')
    expect(verdict).toBe('inconclusive')
    expect(checks[0]).toMatchObject({ id: 'predict.no-file' })
    expect(existsSync(join(root, 'predictions.csv'))).toBe(false)
  })
})
