import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { produceEvidence } from '../../src/commands/produce-evidence.ts'
import { compose } from '../../src/compose.ts'
import { Settings } from '../../src/core/settings/schema.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'looks-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const log = { info: () => {}, warn: () => {}, progress: () => {} }

/** The gate's evidence on the same rows, scored a little otherwise for each seed; kept as `earlier/<run>.json`. */
async function judged(seed: number, run: number, looks: object) {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `r${(i * 7) % 200},${((i * 7) % 200) % 2},${(((i * 7) % 200) % 2) * 0.4 + ((i * seed) % 11) / 20}`,
  )
  writeFileSync(join(root, 'p.csv'), `id,label,score\n${rows.join('\n')}\n`)
  const settings = Settings.parse({ certify: { predictions: 'p.csv', claims: ['auc >= 0.5'], looks } })
  const { evidence, path } = await produceEvidence(modelCertify, settings, compose(root, log, {}), '.proofmark')
  await compose(root, log, {}).files.write(`earlier/${run}.json`, readFileSync(join(root, path)))
  if (evidence.gate !== 'model-certify') throw new Error('Another gate')
  return evidence
}

it('counts different models on the same rows over runs, and ends undecided when they are too many', async () => {
  const looks = { most: 3, earlier: ['earlier/*'] }
  writeFileSync(join(root, 'note.txt'), 'no evidence')
  const found: unknown[] = []
  await compose(root, log, {}).files.write('earlier/note.txt', 'no evidence')
  for (const [run, seed] of [1, 1, 2, 3, 4].entries()) {
    const { checks } = await judged(seed, run, looks)
    const check = checks.find(({ id }) => id === 'holdout.looks')
    found.push([check?.measured?.value, check?.status])
  }
  expect(found).toEqual([
    [1, 'pass'],
    [1, 'pass'],
    [2, 'pass'],
    [3, 'warn'],
    [4, 'inconclusive'],
  ])
})

it('spends what it may be wrong by over all looks', async () => {
  const metric = async (looks: object) => {
    const { result } = await judged(2, 0, looks)
    return result?.metrics.find(({ id }) => id === 'auc')
  }
  expect((await metric({ most: 10 }))?.level).toBe(0.95)
  expect((await metric({ most: 10, spend: true }))?.level).toBeCloseTo(0.995, 12)
})
