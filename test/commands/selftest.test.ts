import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { selftest } from '../../src/commands/selftest.ts'
import { compose } from '../../src/compose.ts'
import { SelftestResult } from '../../src/core/model/selftest/selftest-result.ts'
import { selftestLines } from '../../src/report/selftest-lines.ts'
import { portsOf } from '../core/model/ports-of.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { creditRepository, ROOT, SETTINGS } from '../harness/credit.ts'

const credit = (name: string) => readFileSync(join(ROOT, `examples/credit/predictions-${name}.csv`), 'utf8')
const page = readFileSync(join(ROOT, 'docs/selftest.md'), 'utf8')
const block = (language: string) => page.split(`\`\`\`${language}\n`)[1]?.split('```')[0]?.trimEnd() ?? ''

const TASK = `
certify:
  predictions: own.csv
  champion: its.csv
  label: status
  positive: bad
  score: p_bad
`

async function run(claims: readonly string[], own = credit('champion'), its = credit('champion')) {
  const { ports, written } = portsOf({ 'own.csv': own, 'its.csv': its })
  const yaml = `${TASK}${claims.length > 0 ? `  claims: ${JSON.stringify(claims)}\n` : ''}`
  const result = await selftest(settingsOf(yaml), ports, 'out')
  expect(SelftestResult.parse(JSON.parse(written.get('out/selftest.json') ?? ''))).toEqual(result)
  return { result, text: selftestLines(result).map(line => line.text), markdown: written.get('out/selftest.md') ?? '' }
}

const CLAIMS = [
  'auc >= 0.78',
  'accuracy >= 0.75',
  'auc no worse than champion by 0.01',
  'accuracy no worse than champion by 0.01',
]

it('the credit example prints the table of docs/selftest.md', async () => {
  const root = creditRepository()
  const silent = { info: () => {}, warn: () => {}, progress: () => {} }
  const result = await selftest(settingsOf(SETTINGS), compose(root, silent, {}), '.proofmark')
  const [command, ...shown] = block('console').split('\n')
  expect(command).toBe('$ npx proofmark selftest --config examples/credit/proofmark.yml')
  expect(selftestLines(result).map(({ text }) => text)).toEqual(shown)
  expect(readFileSync(join(root, '.proofmark/selftest.md'), 'utf8')).toContain('| Flipped predictions |')
})

describe('a policy', () => {
  it('that is strict catches all that it must, and no claim is too wide', async () => {
    const { result } = await run(CLAIMS)
    expect(result.verdict).toBe('passed')
    expect(result.notes).toEqual([])
    expect(result.claims.map(({ tooWide }) => tooWide)).toEqual([undefined, undefined, undefined, undefined])
    const must = result.degradations.flatMap(({ tried }) => tried.filter(one => one.must))
    expect(must.length).toBe(10)
    for (const one of must) expect(one.caughtBy.length, one.shown).toBeGreaterThan(0)
  })

  it('with a margin of 0.2 is told so, claim by claim, and what to ask for', async () => {
    const { result, text } = await run(['auc >= 0.70', 'accuracy no worse than champion by 0.2'])
    expect(result.verdict).toBe('failed')
    expect(result.summary).toContain('Flipped predictions (10 %)')
    const [floor, margin] = result.claims.map(({ tooWide }) => tooWide)
    expect(floor).toEqual({
      reason: expect.stringContaining('Margin too wide'),
      hint: "The model itself would still pass 'auc >= 0.79': ask for more than 'auc >= 0.70' does",
    })
    expect(margin).toEqual({
      reason:
        'Margin too wide: it still passes with 10 % of the predictions flipped, where the gain in Accuracy goes from 0 to -0.0583',
      hint: "Make the margin of 'accuracy no worse than champion by 0.2' smaller: accuracy no worse than champion by 0.01",
    })
    expect(text.join('\n')).toContain(block('text'))
  })

  it('that a useless model meets is told that first', async () => {
    const { result } = await run(['specificity >= 0.60'])
    expect(result.verdict).toBe('failed')
    expect(result.claims[0]?.tooWide?.reason).toContain("when every prediction is another row's")
    expect(result.notes.map(({ reason }) => reason)).toContain('A model that knows nothing of the row passes')
  })

  it('fails a copy at the loss it is said to fail at, and not much before', async () => {
    const { result } = await run(CLAIMS)
    for (const { claim, notPassed, failed, atBest } of result.claims) {
      expect(notPassed?.drop, claim).toBeGreaterThan(0)
      expect(failed?.drop ?? 0, claim).toBeGreaterThan(notPassed?.drop ?? 1)
      // A claim loses nothing by its threshold only where that is at the end of the interval.
      expect(failed?.drop ?? 0, claim).toBeGreaterThan((atBest ?? 1) - 0.005)
    }
  })
})

describe('nothing is tried', () => {
  it('without a claim', async () => {
    const { result, text } = await run([])
    expect(result.verdict).toBe('inconclusive')
    expect(result.model.open.map(({ id }) => id)).toEqual(['claims.none'])
    expect(result.degradations).toEqual([])
    expect(text[0]).toBe('? selftest       Nothing was tried: the model is undecided as it is (Claims on the model)')
  })

  it('where the model fails as it is', async () => {
    const { result, markdown } = await run(CLAIMS, credit('overregularised'))
    expect(result.verdict).toBe('inconclusive')
    expect(result.summary).toBe(
      'Nothing was tried: the model fails as it is (Accuracy no worse than champion (margin 0.01))',
    )
    expect(markdown).toContain('# Self-test')
  })

  it('where its file is at fault', async () => {
    const lines = credit('champion').split('\n')
    const { result } = await run(CLAIMS, [...lines.slice(0, 3), lines[1], ...lines.slice(3)].join('\n'))
    expect(result.verdict).toBe('inconclusive')
    expect(result.model.open[0]?.id).toBe('predictions.id')
  })
})

it('the same files give the same bytes', async () => {
  const [once, again] = [await run(CLAIMS), await run(CLAIMS)]
  expect(again.markdown).toBe(once.markdown)
  expect(again.result).toEqual(once.result)
})

it('classes that are predicted beside their probabilities follow the noise on these', async () => {
  const [header, ...rows] = readFileSync(join(ROOT, 'test/fixtures/goldens/hpc_cv.csv'), 'utf8').trimEnd().split('\n')
  const own = [`id,${header}`, ...rows.map((row, i) => `${i},${row}`)].join('\n')
  const settings = settingsOf(`
certify:
  task: multiclass
  predictions: own.csv
  label: obs
  predicted: pred
  probabilities: [VF, F, M, L]
  claims: [accuracy >= 0.68]
`)
  const { degradations } = await selftest(settings, portsOf({ 'own.csv': own }).ports, 'out')
  const noise = degradations.find(({ id }) => id === 'noisy-scores')
  expect(noise?.tried.map(({ verdict }) => verdict)).toEqual(['passed', 'inconclusive', 'failed', 'failed'])
})
