import { expect, it } from 'vitest'
import { runProgram as run } from '../harness/run-program.ts'

it.each([
  [['promote'], 'Expected one certificate but found 0'],
  [['promote', 'c.json', '--to', 'folder:x'], 'Expected --model to name the model'],
  [['promote', 'c.json', '--model', 'm'], 'Expected --to to name the target'],
  [
    ['promote', 'c.json', '--model', 'm', '--to', 'folder:x'],
    'Expected to know whom to trust but found neither a key nor a policy with trust',
  ],
  [['promote', 'c.json', '--model', 'm', '--to', 'nowhere:x', '--key', 'k'], "Expected a target but found 'nowhere:x'"],
  [
    ['promote', 'c.json', '--model', 'm', '--to', 'folder:x', '--key', 'k', '--remote', 'g'],
    'Expected the verifier key of the log',
  ],
  [['status'], 'Expected a log to read but found none'],
  [['status', 'a', 'b'], 'Expected one model'],
  [['demote', '--to', 'folder:x', '--key', 'k'], 'Expected --reason to say why'],
  [
    ['demote', 'c.json', '--to', 'folder:x', '--key', 'k', '--reason', 'r'],
    'Expected a certificate and --model together',
  ],
  [['revoke', '--reason', 'r'], 'Expected one certificate, or --revoked-key'],
  [['revoke', 'c.json', '--reason', 'r'], 'Expected a log to write the revocation into'],
])('%j says what is missing', async (args, message) => {
  const { code, said } = await run(process.cwd(), args)
  expect(code).toBe(3)
  expect(said).toContain(message)
})
