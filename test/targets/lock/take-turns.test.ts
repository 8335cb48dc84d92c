import { afterEach, expect, it, vi } from 'vitest'
import { type KeptLock, takeTurns } from '../../../src/targets/lock/take-turns.ts'

const HOUR = 3_600_000
afterEach(() => void vi.useRealTimers())

/** A lock that is free at the third try; at the first the machine's clock is set to another time. */
function lockWhile(hours: number): KeptLock {
  let tried = 0
  return {
    async take() {
      tried += 1
      if (tried === 1) vi.setSystemTime(Date.now() + hours * HOUR)
      return tried === 3
    },
    holder: async () => ({ mark: 'theirs', words: 'the lock by process 7' }),
    release: async () => {},
    breakOff: async () => {},
    remove: 'rm lock',
  }
}

it.each([1, -1])('who waits goes on waiting where the clock is put right meanwhile (%d h)', async hours => {
  vi.useFakeTimers({ toFake: ['Date'] })
  expect(await takeTurns(lockWhile(hours), 5, async () => 'done')).toBe('done')
})

it('who waits too long gives up, though the clock was put back meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const never: KeptLock = {
    ...lockWhile(0),
    async take() {
      vi.setSystemTime(Date.now() - HOUR)
      return false
    },
  }
  await expect(takeTurns(never, 0.5, async () => 'never')).rejects.toMatchObject({ code: 'promotion.locked' })
})
