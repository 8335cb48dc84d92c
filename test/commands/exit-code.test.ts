import { expect, it } from 'vitest'
import { exitCodeOf } from '../../src/commands/exit-code.ts'
import { faultError, type LogFault, logFault } from '../../src/core/record/log/log-fault.ts'
import { UserError } from '../../src/core/user-error.ts'

it.each<[LogFault['fault'], 1 | 2]>([
  ['corrupt', 1],
  ['fork', 1],
  ['rollback', 1],
  ['unsigned', 1],
  ['unproven', 1],
  ['unwitnessed', 2],
  ['stale', 2],
])('a log that is not believed (%s) is an answer: %i', (fault, code) => {
  expect(exitCodeOf(faultError(logFault(fault, 'x')))).toBe(code)
})

it('what the settings or the environment did wrong is none, and a bug of ours decides nothing', () => {
  expect(exitCodeOf(new UserError('log.place', 'x'))).toBe(3)
  expect(exitCodeOf(new UserError('github.permission', 'x', { kind: 'environment' }))).toBe(4)
  expect(exitCodeOf(new TypeError('x'))).toBe(2)
})
