import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { governed } from '../harness/governed.ts'
import { runProgram as run } from '../harness/run-program.ts'

/** A folder with two certified models and a log behind a bare git repository. */
async function twoCertified() {
  const shop = await governed()
  const one = await shop.enter('1', { 'weights.bin': 'weights' })
  const two = await shop.enter('2', { 'weights.bin': 'weights 2' })
  return { ...shop, one, two }
}

const TO = ['--to', 'folder:production', '--key', 'proofmark.pub']

it('promotes, promotes another, revokes it, demotes, and tells the whole story from the log', async () => {
  const { root, one, two } = await twoCertified()
  const first = await run(root, [
    'promote',
    one.certificate,
    ...TO,
    '--model',
    ...one.model,
    '--by',
    'alice',
    '--reason',
    'CHG-1',
  ])
  expect(first, first.said).toMatchObject({ code: 0 })
  expect(first.said).toContain('✔ It is in the log')
  expect((await run(root, ['promote', one.certificate, ...TO, '--quiet', '--model', ...one.model])).said).toBe(
    'Nothing to do: folder:production points at credit-default 1 already\n',
  )
  expect((await run(root, ['promote', two.certificate, ...TO, '--model', ...two.model])).code).toBe(0)
  const revoked = await run(root, ['revoke', two.certificate, '--reason', 'wrong labels'])
  expect(revoked).toMatchObject({ code: 0 })
  expect((await run(root, ['promote', two.certificate, ...TO, '--quiet', '--model', ...two.model])).code).toBe(1)
  expect((await run(root, ['demote', ...TO, '--reason', 'INC-9', '--quiet'])).said).toBe(
    'Demoted: folder:production points at credit-default 1\n',
  )
  const wrong = await run(root, ['promote', two.certificate, ...TO, '--model', ...one.model, '--json'])
  expect(wrong.code).toBe(1)
  expect(JSON.parse(wrong.said)).toMatchObject({ outcome: 'refused', verdict: 'failed' })
  writeFileSync(join(root, 'empty.json'), '')
  expect((await run(root, ['promote', 'empty.json', ...TO, '--model', ...one.model])).code).toBe(2)
  expect(
    (await run(root, ['promote', one.certificate, ...TO, '--from', 'f'.repeat(64), '--model', ...one.model])).code,
  ).toBe(2)
  expect(JSON.parse(readFileSync(join(root, 'production/production.json'), 'utf8')).to.name).toBe('credit-default 1')

  const told = await run(root, ['status', '--html', 'life.html', '--markdown', 'life.md'])
  expect(told.said).toContain(
    '✔ folder:production → credit-default 1: it points where the log says, at the certified bytes',
  )
  expect(readFileSync(join(root, 'life.html'), 'utf8')).toContain('<h1>The life of credit-default</h1>')
  expect(readFileSync(join(root, 'life.md'), 'utf8')).toContain('section credit-default 2')
  const json = JSON.parse((await run(root, ['status', 'credit-default 1', '--json'])).said)
  expect(json.life.models.map((model: { name: string }) => model.name)).toEqual(['credit-default 1'])
  expect((await run(root, ['status', 'churn'])).said).toContain("Expected a model called 'churn'")

  const stray = readFileSync(join(root, 'production/production.json'), 'utf8').replace('INC-9', 'INC-8')
  writeFileSync(join(root, 'production/production.json'), stray)
  const drift = await run(root, ['status'])
  expect(drift.said).toContain('✘ folder:production → credit-default 1: drift: it points at credit-default 1')
  expect(drift.code).toBe(1)
  expect((await run(root, ['status', '--offline'])).said).toContain('folder:production → credit-default 1: not asked')
})
