// Time to certify and to verify a large model, with a log beside it, beside what other programs take to hash it: `node bench/record.ts [GB]`. Each is run in
// turn, several times; the median counts. The issue asks for at most 1.3 times sha256sum.
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'

const GIGABYTES = Number(process.argv[2] ?? 5)
const RUNS = Number(process.argv[3] ?? 3)
const FILES = 3
const CHUNK = randomBytes(16 * 1024 * 1024)

const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-record-'))
try {
  bench()
} finally {
  rmSync(folder, { recursive: true })
}

function bench(): void {
  mkdirSync(join(folder, 'model'))
  const names = Array.from({ length: FILES }, (_, i) => `model/part-${i}.safetensors`)
  for (const name of names) {
    const file = openSync(join(folder, name), 'w')
    for (let bytes = 0; bytes < (GIGABYTES * 1e9) / FILES; bytes += CHUNK.length) writeSync(file, CHUNK)
    closeSync(file)
  }
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  writeFileSync(join(folder, 'proofmark.key'), privateKey)
  writeFileSync(join(folder, 'proofmark.pub'), publicKey)
  for (const [program = '', ...args] of [
    ['git', 'init', '-q', '--bare', 'log.git'],
    [process.execPath, resolve('src/cli/main.ts'), 'log', 'init', '--remote', 'log.git'],
  ])
    if (spawnSync(program, args, { cwd: folder }).status !== 0) throw new Error(`${program} ${args.join(' ')} failed`)
  const here = (path: string) => JSON.stringify(resolve(path))
  // The evidence of a scan that passed, without scanning 5 GB: what is measured is the record.
  const script = `
    import { auditRecord } from ${here('src/commands/audit-record.ts')}
    import { recordLogOf } from ${here('src/commands/log/record-log-of.ts')}
    import { verify } from ${here('src/commands/verify.ts')}
    import { compose } from ${here('src/compose.ts')}
    import { evidence, settingsWith } from ${here('test/core/record/memory.ts')}
    import { modelSubject } from ${here('src/commands/model-subject.ts')}
    import { readFileSync, writeFileSync } from 'node:fs'
    const log = { info() {}, warn() {}, progress() {} }
    const ports = compose('.', log, {})
    const settings = settingsWith({ model: { files: ['model'] }, policy: { require: ['security-scan'] }, record: { key: 'proofmark.key', log: { remote: 'log.git', key: 'proofmark-log.key' } } })
    if (process.argv[1] === 'certify') {
      const subject = await modelSubject(settings, ports.files, '.proofmark', log)
      await ports.files.write('.proofmark/security-scan.evidence.json', JSON.stringify(evidence('security-scan', { subject })))
      const { verdict } = await auditRecord(settings, { out: '.proofmark' }, ports)
      if (verdict !== 'passed') throw new Error(verdict)
    } else {
      const recordLog = await recordLogOf(settings.record.log, {}, undefined, ports)
      const { outcome } = await verify({ certificate: '.proofmark/certificate.sigstore.json', model: ['model'], key: 'proofmark.pub', log: recordLog }, ports)
      if (outcome !== 'verified') throw new Error(outcome)
    }
    process.stdout.write(String(process.resourceUsage().maxRSS))`
  const node = (what: string) => [process.execPath, '--input-type=module', '-e', script, '--', what]
  const subjects: [name: string, command: string[]][] = [
    ['sha256sum', ['sha256sum', ...names]],
    ['openssl dgst -sha256', ['openssl', 'dgst', '-sha256', ...names]],
    ['certify', node('certify')],
    ['verify', node('verify')],
  ]
  const times = new Map(subjects.map(([name]) => [name, [] as number[]]))
  const memory = new Map<string, number>()
  for (let i = 0; i < RUNS; i++)
    for (const [name, [program = '', ...args]] of subjects) {
      const started = performance.now()
      const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
      if (status !== 0) throw new Error(`${name}: ${stderr}`)
      times.get(name)?.push((performance.now() - started) / 1000)
      if (/^\d+$/.test(stdout)) memory.set(name, Math.max(memory.get(name) ?? 0, Number(stdout) / 1024))
    }
  const median = (name: string) => (times.get(name) ?? []).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN
  console.log(`A model of ${GIGABYTES} GB in ${FILES} files, median of ${RUNS}`)
  for (const [name] of subjects) {
    const peak = memory.get(name)
    console.log(
      `${name.padEnd(22)} ${median(name).toFixed(2).padStart(7)} s  ${(GIGABYTES / median(name)).toFixed(2)} GB/s  ` +
        `${(median(name) / median('sha256sum')).toFixed(2)} × sha256sum${peak === undefined ? '' : `  ${peak.toFixed(0)} MB`}`,
    )
  }
}
