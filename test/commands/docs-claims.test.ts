import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { modelCertify } from '../../src/commands/model-certify.ts'
import { parseClaim } from '../../src/core/model/claims/parse-claim.ts'
import { binary } from '../../src/core/model/tasks/binary.ts'
import { portsOf } from '../core/model/ports-of.ts'
import { settingsOf } from '../core/model/settings-of.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = read('docs/claims.md')
const block = (language: string) => page.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''

it('the example of docs/claims.md ends as it says', async () => {
  const settings = settingsOf(block('yaml'))
  const files = Object.fromEntries(
    ['predictions-champion.csv', 'holdout.csv'].map(name => [name, read(`examples/credit/${name}`)]),
  )
  const { checks } = await modelCertify.find(settings, portsOf(files).ports, '.proofmark')
  const status = Object.fromEntries(checks.map(({ id, status }) => [id, status]))
  expect(status).toMatchObject({
    'auc.floor': 'pass',
    'auc.floor.home=owner': 'pass',
    'auc.floor.every-home': 'inconclusive',
    calibrated: 'pass',
    'fair.records': 'fail',
    'equal-opportunity.job': 'fail',
  })
  const shown = block('text')
  const count = (one: string) => Object.values(status).filter(each => each === one).length
  expect(shown).toContain(`${count('fail')} failed, ${count('inconclusive')} undecided, ${count('pass')} passed`)
  for (const { reason, status } of checks.filter(({ status }) => status !== 'pass'))
    expect(shown, status).toContain(reason.slice(0, 80))
})

it('every claim of docs/claims.md can be read', () => {
  const cells = page.split('\n').filter(line => line.startsWith('| `'))
  const written = cells.flatMap(line =>
    [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''),
  )
  const claims = written.filter(text => /^(auc|log|cal|fair|imp|equal|pred|lat|model)/.test(text))
  const behind = written.filter(text => /^(on|at|with) /.test(text)).map(text => `auc >= 0.8 ${text}`)
  expect(claims.length).toBeGreaterThan(10)
  expect(behind.length).toBe(6)
  for (const text of [...claims, ...behind]) expect(parseClaim(text, binary).text).toBe(text)
})
