import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { selftest } from '../../src/commands/selftest.ts'
import { portsOf } from '../core/model/ports-of.ts'
import { settingsOf } from '../core/model/settings-of.ts'
import { ROOT } from '../harness/credit.ts'

const champion = readFileSync(join(ROOT, 'examples/credit/predictions-champion.csv'), 'utf8')

/** The selftest of the credit example's champion under these claims. */
async function run(claims: readonly string[]) {
  const { ports } = portsOf({ 'own.csv': champion, 'its.csv': champion })
  const certify = {
    predictions: 'own.csv',
    champion: 'its.csv',
    label: 'status',
    positive: 'bad',
    score: 'p_bad',
    claims,
  }
  return selftest(settingsOf(JSON.stringify({ certify })), ports, 'out')
}

it('a policy is told a claim that the model still passes, of the same rows and alpha, and that is not too wide', async () => {
  const wide = ['auc >= 0.6 at alpha 0.01', 'accuracy >= 0.5 with at least 100 rows', 'brier <= 0.5', 'log-loss <= 1.5']
  const result = await run(wide)
  const told = result.claims.map(({ tooWide }) => /would still pass '(.*?)'/.exec(tooWide?.hint ?? '')?.[1] ?? '')
  expect(told).toEqual([
    'auc >= 0.79 at alpha 0.01',
    'accuracy >= 0.76 with at least 100 rows',
    'brier <= 0.16',
    'log-loss <= 0.49',
  ])
  const again = await run(told)
  expect(again.model.verdict).toBe('passed')
  expect(again.claims.map(({ tooWide }) => tooWide)).toEqual([undefined, undefined, undefined, undefined])
})
