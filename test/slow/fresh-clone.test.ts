import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

/** What a user has: no node_modules/.bin of ours first on the path. */
const PATH = (process.env.PATH ?? '')
  .split(':')
  .filter(folder => !folder.includes('node_modules'))
  .join(':')

it("a fresh clone certifies the example by the README's first command, and a changed byte is refused", () => {
  const clone = join(temporaryFolder('clone'), 'proofmark')
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), clone])
  expect(existsSync(join(clone, 'node_modules'))).toBe(false)

  const run = (command: string, args: string[]) =>
    spawnSync(command, args, { cwd: clone, encoding: 'utf8', env: { ...process.env, PATH } })
  const example = run('npm', ['run', '-s', 'example'])
  expect(example.status, example.stdout + example.stderr).toBe(0)
  expect(example.stdout).toContain('Certified until')
  expect(example.stdout).toContain('Verified: the model is the one that was certified')

  const verify = () =>
    run(join(clone, 'node_modules/.bin/node'), [
      'dist/proofmark.js',
      'verify',
      'examples/credit/.proofmark/certificate.sigstore.json',
      '--model',
      'examples/credit/model-champion.joblib',
      '--key',
      'examples/credit/.proofmark/keys/proofmark.pub',
    ])
  expect(verify().status).toBe(0)

  const model = join(clone, 'examples/credit/model-champion.joblib')
  const bytes = readFileSync(model)
  bytes[1000] = (bytes[1000] ?? 0) ^ 1
  writeFileSync(model, bytes)
  const refused = verify()
  expect(refused.status).toBe(1)
  expect(refused.stdout).toContain('Refused')

  expect(execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })).toBe(
    ' M examples/credit/model-champion.joblib\n',
  )
})
