import { expect, it } from 'vitest'
import { aboutTheLog } from '../../../src/commands/verification/about-the-log.ts'
import { faultError, logFault } from '../../../src/core/record/log/log-fault.ts'
import { UserError } from '../../../src/core/user-error.ts'
import type { RecordLog } from '../../../src/ports/record-log.ts'
import { disk, memoryPorts } from '../../core/record/memory.ts'

const certificate = {
  sha256: 'a'.repeat(64),
  modelId: 'b'.repeat(64),
  key: undefined,
  window: undefined,
  seen: undefined,
}
const ask = (error: Error) => {
  const log: RecordLog = {
    name: 'acme/log',
    read: () => Promise.reject(error),
    append: () => Promise.reject(error),
  }
  return aboutTheLog({ certificate, trusted: undefined, log, proof: 'x.tlog-proof' }, memoryPorts(disk()))
}

it.each([
  ['rollback', 'failed'],
  ['fork', 'failed'],
  ['stale', 'inconclusive'],
] as const)('a log that is not believed (%s) is a step that %s, and the last', async (fault, status) => {
  expect(await ask(faultError(logFault(fault, 'size 1 < last seen 2')))).toEqual([
    {
      id: 'log',
      title: 'The log holds together',
      status,
      reason: `${fault.toUpperCase()}: size 1 < last seen 2`,
      hint: logFault(fault, '').hint,
    },
  ])
})

it('a log that cannot be reached is no answer', async () => {
  const error = new UserError('github.permission', 'x', { kind: 'environment' })
  await expect(ask(error)).rejects.toBe(error)
})
