import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { Evidence } from '../../src/core/evidence.ts'
import { creditRepository, KEYS, ROOT } from '../harness/credit.ts'

/** Runs the built program in a folder, as a user would. */
function proofmark(cwd: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, PROOFMARK_KEY: KEYS.privateKey }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/proofmark.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env,
  })
  return { status, stdout, stderr }
}

it('says on an older Node which one it needs, before it loads what that cannot', () => {
  const entry = join(ROOT, 'dist/proofmark.js')
  // Whatever stands in an import of its own is loaded first.
  expect(readFileSync(entry, 'utf8')).not.toMatch(/^import\b/m)
  const older = 'data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.9.0" })'
  const { status, stderr } = spawnSync(process.execPath, ['--import', older, entry, 'gate'], { encoding: 'utf8' })
  expect(status).toBe(4)
  expect(stderr).toMatch(/^error: Expected Node 24 or newer but found 20\.9\.0\n {2}→ Install it, or run `npx/)
})

describe('help', () => {
  it('names every command, and what the exit codes mean', async () => {
    const { status, stdout } = proofmark(ROOT, '--help')
    expect(status).toBe(0)
    for (const load of Object.values(commands)) {
      const { name, summary } = await load()
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
    }
    expect(stdout).toContain('2 inconclusive')
  })

  it('is the same either way that it is asked for', () => {
    expect(proofmark(ROOT, 'help', 'gate').stdout).toBe(proofmark(ROOT, 'gate', '--help').stdout)
  })

  it('says which command or flag was meant', () => {
    expect(proofmark(ROOT, 'gaet')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("did you mean 'gate'?"),
    })
    expect(proofmark(ROOT, 'verify', '--modle', 'x')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('did you mean --model?'),
    })
  })
})

describe('a gate on the command line', () => {
  it('works by flags alone, with paths of the working directory', () => {
    const root = creditRepository((_, folder) => writeFileSync(join(folder, 'proofmark.yml'), ''))
    const flags = ['--label', 'status', '--positive', 'bad', '--score', 'p_bad']
    const certify = (file: string, ...claims: string[]) =>
      proofmark(
        root,
        'model-certify',
        '--predictions',
        file,
        '--champion',
        'predictions-champion.csv',
        ...flags,
        ...claims.flatMap(claim => ['--claim', claim]),
      )
    expect(certify('predictions-champion.csv', 'auc >= 0.78', 'accuracy >= 0.75').status).toBe(0)
    expect(certify('predictions-forest.csv', 'auc no worse than champion by 0.01').status).toBe(2)
    expect(certify('predictions-overregularised.csv', 'accuracy no worse than champion by 0.01').status).toBe(1)
    expect(certify('predictions-none.csv', 'auc >= 0.78').status).toBe(3)
  })

  it('prints its evidence as JSON, and nothing else', () => {
    const { status, stdout, stderr } = proofmark(creditRepository(), 'drift-compare', '--json')
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect(Evidence.parse(JSON.parse(stdout)).gate).toBe('drift-compare')
  })

  it('prints the verdict only when asked to be quiet', () => {
    const { stdout } = proofmark(creditRepository(), 'gate', '--quiet')
    expect(stdout.trim().split('\n')).toHaveLength(5)
    expect(stdout).toMatch(/^Certified until \d{4}-\d\d-\d\d: credit-default 1$/m)
  })

  it('writes where it is told to, from another folder, too', () => {
    const root = creditRepository()
    const { status } = proofmark(
      join(root, '..'),
      'data-validate',
      '--config',
      join(root, 'proofmark.yml'),
      '--out',
      join(root, 'elsewhere'),
    )
    expect(status).toBe(0)
    expect(existsSync(join(root, 'elsewhere/data-validate.evidence.json'))).toBe(true)
    expect(existsSync(join(root, '.proofmark'))).toBe(false)
  })
})

it('keygen writes a key that only its owner can read, and overwrites none', () => {
  const root = creditRepository()
  expect(proofmark(root, 'keygen', '--out', 'keys').status).toBe(0)
  expect(statSync(join(root, 'keys/proofmark.key')).mode & 0o077).toBe(0)
  expect(proofmark(root, 'keygen', '--out', 'keys')).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('never overwritten'),
  })
})
