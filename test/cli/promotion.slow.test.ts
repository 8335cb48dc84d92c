import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { initLog } from '../../src/commands/log/init-log.ts'
import { recordLog } from '../../src/commands/log/record-log.ts'
import { logTrust } from '../../src/core/record/log/log-trust.ts'
import { noteVerifier, writeSignerKey, writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { gitLogBranch } from '../../src/git/git-log-branch.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import { sha256 } from '../core/record/memory.ts'
import { workshop } from '../harness/certified.ts'
import { runProgram as run } from '../harness/run-program.ts'

const ORIGIN = 'example.com/governance/proofmark-log'

/** A folder with two certified models and a log behind a bare git repository. */
async function governed() {
  const shop = await workshop()
  const one = await shop.certify('1', { 'weights.bin': 'weights' }, 3650)
  const two = await shop.certify('2', { 'weights.bin': 'weights 2' }, 3650)
  mkdirSync(join(shop.root, 'governance'))
  execFileSync('git', ['init', '--quiet', '--bare', join(shop.root, 'governance')])
  const seed = noteKeys.generate()
  const signer = { ...noteVerifier(ORIGIN, 1, noteKeys.publicKey(seed), noteKeys.hash), seed }
  const branch = gitLogBranch({ remote: 'governance', branch: 'proofmark-log' }, { root: shop.root })
  await initLog({ branch, origin: ORIGIN, signer }, { noteKeys })
  writeFileSync(join(shop.root, 'log.key'), `${writeSignerKey(signer)}\n`)
  const trust = logTrust({ origin: ORIGIN, key: writeVerifierKey(signer), quorum: 0 }, noteKeys.hash)
  for (const { certificate } of [one, two]) {
    const text = readFileSync(join(shop.root, certificate), 'utf8')
    const [subject] = JSON.parse(Buffer.from(JSON.parse(text).dsseEnvelope.payload, 'base64').toString()).subject
    await recordLog({ branch, trust, signer }, shop.ports()).append(
      {
        v: 1,
        type: 'certificate',
        at: '2026-11-23T06:00:00Z',
        model: `credit-default ${certificate.slice(0, 1)}`,
        id: `sha256:${subject.digest.sha256}`,
        document: `sha256:${sha256(text)}`,
      },
      text,
    )
  }
  const log = { remote: 'governance', 'verifier-key': writeVerifierKey(signer), key: 'log.key' }
  writeFileSync(join(shop.root, 'proofmark.yml'), JSON.stringify({ record: { log } }))
  return { ...shop, one, two }
}

const TO = ['--to', 'folder:production', '--key', 'proofmark.pub']

it('promotes, promotes another, revokes it, demotes, and tells the whole story from the log', async () => {
  const { root, one, two } = await governed()
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
