import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { initLog } from '../../src/commands/log/init-log.ts'
import { noteVerifier, writeSignerKey, writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { gitLogBranch } from '../../src/git/git-log-branch.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import { workshop } from '../harness/certified.ts'

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
  writeFileSync(join(shop.root, 'log.vkey'), `${writeVerifierKey(signer)}\n`)
  return { ...shop, one, two }
}

const LOG = ['--log', 'governance', '--log-verifier', 'log.vkey', '--log-key', 'log.key']
const TO = ['--to', 'folder:production', '--key', 'proofmark.pub', ...LOG]

/** Runs the program in a folder; returns how it ended and what it said. */
async function run(root: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  const before = process.cwd()
  const { write } = process.stdout
  let said = ''
  const hear = (text: string | Uint8Array) => {
    said += text
    return true
  }
  const complain = process.stderr.write
  process.stdout.write = hear
  process.stderr.write = hear
  process.chdir(root)
  try {
    return { code: await program(args), said }
  } finally {
    process.chdir(before)
    process.stdout.write = write
    process.stderr.write = complain
  }
}

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
  const revoked = await run(root, ['revoke', two.certificate, '--reason', 'wrong labels', ...LOG])
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
})

it.each([
  [['promote'], 'Expected one certificate but found 0'],
  [['promote', 'c.json', '--to', 'folder:x'], 'Expected --model to name the model'],
  [['promote', 'c.json', '--model', 'm'], 'Expected --to to name the target'],
  [['promote', 'c.json', '--model', 'm', '--to', 'folder:x'], 'Expected --key to name the public key'],
  [['promote', 'c.json', '--model', 'm', '--to', 'mlflow:x', '--key', 'k'], "Expected a target but found 'mlflow:x'"],
  [
    ['promote', 'c.json', '--model', 'm', '--to', 'folder:x', '--key', 'k', '--log', 'g'],
    'Expected --log-verifier beside --log',
  ],
  [['demote', '--to', 'folder:x', '--key', 'k'], 'Expected --reason to say why'],
  [
    ['demote', 'c.json', '--to', 'folder:x', '--key', 'k', '--reason', 'r'],
    'Expected a certificate and --model together',
  ],
  [['revoke', '--reason', 'r'], 'Expected one certificate, or --revoked-key'],
  [['revoke', 'c.json', '--reason', 'r'], 'Expected --log, since a revocation'],
])('%j says what is missing', async (args, message) => {
  const { code, said } = await run(process.cwd(), args)
  expect(code).toBe(3)
  expect(said).toContain(message)
})
