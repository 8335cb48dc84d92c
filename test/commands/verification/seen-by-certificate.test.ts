import { beforeEach, expect, it } from 'vitest'
import { auditRecord } from '../../../src/commands/audit-record.ts'
import { proveLogged } from '../../../src/commands/log/prove-logged.ts'
import { recordLog } from '../../../src/commands/log/record-log.ts'
import { type Verification, verify } from '../../../src/commands/verify.ts'
import { isFault } from '../../../src/core/record/log/log-fault.ts'
import { writeSignerKey } from '../../../src/core/record/log/note-key.ts'
import type { StepId } from '../../../src/core/record/verification/step.ts'
import type { Ports } from '../../../src/ports.ts'
import { type Disk, disk, evidence, memoryPorts, settingsWith, sha256, subjectOf } from '../../core/record/memory.ts'
import {
  aLog,
  appender,
  logPorts,
  logSigner,
  NOW,
  readable,
  trustedIn,
  trustIn,
  write,
  writes,
} from '../../harness/log/a-log.ts'
import type { MemoryBranch } from '../../harness/log/memory-branch.ts'

const MODEL = { 'config.json': '{}', 'weights.bin': 'weights' }
const OUT = '.proofmark'
const CERTIFICATE = `${OUT}/certificate.sigstore.json`

let files: Disk
let ports: Ports
let branch: MemoryBranch
let publicKey: string

/** A model that was certified where the log had three entries, and entered as the fourth. */
beforeEach(async () => {
  files = disk({
    ...MODEL,
    [`${OUT}/data-validate.evidence.json`]: JSON.stringify(evidence('data-validate', { subject: subjectOf(MODEL) })),
  })
  const made = await aLog()
  branch = made.branch
  await made.append(writes(3))
  ports = { ...memoryPorts(files, NOW.toISOString()), logs: { open: () => branch } }
  const pair = await ports.signing.generate('p256')
  publicKey = pair.publicKey
  const settings = settingsWith({
    model: { name: 'credit', version: '3', files: Object.keys(MODEL) },
    policy: { require: ['data-validate'] },
    record: { log: { remote: 'log' } },
  })
  const options = { out: OUT, privateKey: pair.privateKey, logKey: writeSignerKey(logSigner) }
  expect((await auditRecord(settings, options, ports)).verdict).toBe('passed')
})

/** The certificate, verified by somebody who never looked at the log before. */
const verified = (log: MemoryBranch | undefined) =>
  verify(
    {
      certificate: CERTIFICATE,
      model: Object.keys(MODEL),
      key: { keys: [{ name: 'certifier', key: publicKey }], log: trustedIn() },
      log: log && recordLog({ branch: log, trust: trustIn() }, logPorts()),
    },
    ports,
  )
const step = ({ steps }: Verification, id: StepId) => steps.find(each => each.id === id)

/** The certificate, entered in a log that its owner, or the thief of its key, has made anew after these many other entries. */
async function madeAnew(others: number): Promise<MemoryBranch> {
  const { branch, append } = await aLog()
  if (others > 0) await append(writes(others, 100))
  const certificate = new TextDecoder().decode(files.get(CERTIFICATE))
  const modelId = sha256(files.get(`${OUT}/SHA256SUMS`) ?? '')
  await append([write(certificate, { id: `sha256:${modelId}` })])
  return branch
}

it('a log that continues what the certificate saw is believed', async () => {
  await appender(branch)([write('later')])
  const found = await verified(branch)
  expect(found.outcome).toBe('verified')
  expect(step(found, 'log')).toEqual({
    id: 'log',
    title: 'The log holds together',
    status: 'passed',
    reason: 'Its 7 entries continue the 3 that the certificate had seen',
  })
})

it('a log that was made anew with the stolen key is a fork, also for who never saw the other', async () => {
  const found = await verified(await madeAnew(5))
  expect(found.outcome).toBe('refused')
  expect(step(found, 'log')).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^FORK: the log at size 3 is not the one that the certificate has seen/),
  })
  expect(step(found, 'logged')).toBeUndefined()
})

it('a log that is shorter than what the certificate saw is a rollback, read or by its proof', async () => {
  const short = await madeAnew(0)
  expect(step(await verified(short), 'log')).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^ROLLBACK: size 1 < 3, which the certificate has seen/),
  })
  const proved = await proveLogged(await readable(short), { index: 0 }, trustIn(), logPorts())
  if (isFault(proved)) throw new Error(proved.message)
  files.set(`${OUT}/certificate.tlog-proof`, new TextEncoder().encode(proved.proof))
  const found = await verified(undefined)
  expect(found.outcome).toBe('refused')
  expect(step(found, 'logged')).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^ROLLBACK: size 1 < 3/),
  })
})
