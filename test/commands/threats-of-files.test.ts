import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import { verify } from '../../src/commands/verify.ts'
import { compose } from '../../src/compose.ts'
import type { KeyPair } from '../../src/core/record/key-pair.ts'
import { readStatement } from '../../src/core/record/statement/read-statement.ts'
import { disk, evidence, memoryPorts, settingsWith, subjectOf } from '../core/record/memory.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const quiet = { info() {}, warn() {}, progress() {}, done() {} }
const MODEL = { 'model/config.json': 'A', 'model/weights.safetensors': 'B' }

let pair: KeyPair
beforeAll(async () => {
  pair = await memoryPorts(disk()).signing.generate('p256')
})

function write(folder: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** A folder with a certified model, or a refused one, on a real disk. */
async function certified(model: Record<string, string> = MODEL, passes = true, days = 90): Promise<string> {
  const folder = temporaryFolder('threats')
  const checks = [{ id: 'artefacts', title: 'Artefacts', status: passes ? 'pass' : 'fail', reason: 'Because' } as const]
  const scanned = evidence('security-scan', { subject: subjectOf(model), checks })
  write(folder, {
    ...model,
    'proofmark.pub': pair.publicKey,
    '.proofmark/security-scan.evidence.json': JSON.stringify(scanned),
  })
  const settings = settingsWith({
    model: { name: 'credit', files: ['model'] },
    policy: { require: ['security-scan'], 'validity-days': days },
  })
  await auditRecord(settings, { out: '.proofmark', privateKey: pair.privateKey }, compose(folder, quiet, {}))
  return folder
}

const CERTIFICATE = '.proofmark/certificate.sigstore.json'

async function outcome(folder: string, certificate = CERTIFICATE, now = new Date()): Promise<string> {
  const ports = { ...compose(folder, quiet, {}), now: () => now }
  return verify({ certificate, model: ['model'], key: 'proofmark.pub' }, ports).then(
    verification => verification.outcome,
    error => error.code,
  )
}

describe('a model changed after its certification', () => {
  it.each<[string, (folder: string) => void]>([
    ['a byte of a file', folder => write(folder, { 'model/config.json': 'a' })],
    ['a file more', folder => write(folder, { 'model/evil.py': '' })],
    ['a hidden file more', folder => write(folder, { 'model/.evil': '' })],
    ['a file less', folder => rmSync(join(folder, 'model/config.json'))],
    ['another name', folder => renameSync(join(folder, 'model/config.json'), join(folder, 'model/conf.json'))],
    ['another case', folder => renameSync(join(folder, 'model/config.json'), join(folder, 'model/Config.json'))],
    [
      'a file put in a folder',
      folder => {
        mkdirSync(join(folder, 'model/sub'))
        renameSync(join(folder, 'model/config.json'), join(folder, 'model/sub/config.json'))
      },
    ],
    [
      'a link to other bytes in place of a file',
      folder => {
        write(folder, { other: 'C' })
        rmSync(join(folder, 'model/config.json'))
        symlinkSync('../other', join(folder, 'model/config.json'))
      },
    ],
  ])('by %s is refused', async (_, change) => {
    const folder = await certified()
    expect(await outcome(folder)).toBe('verified')
    change(folder)
    expect(await outcome(folder)).toBe('refused')
  })

  it('by a link out of the folder is refused', async () => {
    const [folder, elsewhere] = [await certified(), temporaryFolder('elsewhere')]
    write(elsewhere, { 'config.json': 'A' })
    rmSync(join(folder, 'model/config.json'))
    symlinkSync(join(elsewhere, 'config.json'), join(folder, 'model/config.json'))
    expect(await outcome(folder)).toBe('file.link-leaves-root')
  })
})

it('the same bytes under the names of other files are another model, though OpenSSF Model Signing has one root for both', async () => {
  const folder = await certified()
  renameSync(join(folder, 'model/config.json'), join(folder, 'model/adapter.py'))
  renameSync(join(folder, 'model/weights.safetensors'), join(folder, 'model/handler.py'))
  expect(await outcome(folder)).toBe('refused')
})

describe('a refusal', () => {
  it('is no certificate under any name, and leaves nothing that a program takes for a permission', async () => {
    const folder = await certified(MODEL, false)
    expect(await outcome(folder)).toBe('file.missing')
    const { files, signing } = compose(folder, quiet, {})
    renameSync(join(folder, '.proofmark/refusal.sigstore.json'), join(folder, CERTIFICATE))
    expect(await outcome(folder)).toBe('refused')
    for (const name of ['model.sig', 'certificate.dsse.json', 'evidence.intoto.jsonl'])
      expect(await files.exists(`.proofmark/${name}`)).toBe(false)
    const signed = await signing.verify(await files.readText(CERTIFICATE), {
      keys: [{ name: 'certifier', key: pair.publicKey }],
    })
    if ('refused' in signed) throw new Error(signed.refused)
    expect(readStatement(signed.payload, signed.payloadType)).toMatchObject({
      kind: 'refusal',
      statement: { predicateType: 'https://proofmark.dev/refusal/v1', predicate: { verdict: 'failed' } },
    })
  })
})

it('a certificate holds for its own model and in its own time alone: every certificate against every model, then and later', async () => {
  const models = [MODEL, { ...MODEL, 'model/config.json': 'C' }, { ...MODEL, 'model/more.json': '' }]
  const folders = await Promise.all(models.map(model => certified(model, true, 30)))
  const later = new Date(Date.now() + 31 * 86_400_000)
  for (const folder of folders)
    for (const [j, other] of folders.entries())
      copyFileSync(join(other, CERTIFICATE), join(folder, `certificate-${j}.json`))
  for (const [i, folder] of folders.entries())
    for (const j of folders.keys()) {
      const certificate = `certificate-${j}.json`
      expect({ i, j, outcome: await outcome(folder, certificate) }).toEqual({
        i,
        j,
        outcome: i === j ? 'verified' : 'refused',
      })
      expect(await outcome(folder, certificate, later)).toBe('refused')
    }
})
