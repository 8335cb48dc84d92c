import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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

describe('a certificate', () => {
  const certified = () => {
    const root = creditRepository()
    expect(proofmark(root, 'gate').status).toBe(0)
    const verify = (...more: string[]) =>
      proofmark(
        root,
        'verify',
        '.proofmark/certificate.sigstore.json',
        '--model',
        'model-champion.joblib',
        '--key',
        'proofmark.pub',
        ...more,
      )
    return { root, verify }
  }

  it('is accepted for the model it is about, and refused after one byte has changed', () => {
    const { root, verify } = certified()
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('Verified') })
    const model = join(root, 'model-champion.joblib')
    const bytes = readFileSync(model)
    bytes[2000] = (bytes[2000] ?? 0) ^ 0x40
    writeFileSync(model, bytes)
    expect(verify()).toMatchObject({ status: 1, stdout: expect.stringContaining('Refused') })
  })

  it('of which nothing can be verified ends with 2', () => {
    const { root, verify } = certified()
    writeFileSync(join(root, '.proofmark/certificate.sigstore.json'), '{}')
    expect(verify()).toMatchObject({ status: 2, stdout: expect.stringContaining('Nothing could be verified') })
  })

  it('is not made for a model that changed after its evidence', () => {
    const { root } = certified()
    const model = join(root, 'model-champion.joblib')
    writeFileSync(model, Buffer.concat([readFileSync(model), Buffer.from([0])]))
    const { status, stdout } = proofmark(root, 'audit-record')
    expect(status).toBe(1)
    expect(stdout).toContain('Refused')
    expect(existsSync(join(root, '.proofmark/certificate.sigstore.json'))).toBe(false)
    expect(existsSync(join(root, '.proofmark/refusal.sigstore.json'))).toBe(true)
  })
})
