import { open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../../core/user-error.ts'
import { systemCode } from '../../files/file-error.ts'

/** The lock is held for the time of one small write: milliseconds. */
const PATIENCE_MS = 10_000
const STALE_MS = 60_000

/** Does something while nobody else can: a file that only one can create. Whoever waits too long is told, and decides. */
export async function withLock<T>(path: string, act: () => Promise<T>): Promise<T> {
  // By a clock that nobody sets.
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      const lock = await open(path, 'wx')
      try {
        await lock.writeFile(`process ${process.pid}\n`)
        await lock.close()
        return await act()
      } finally {
        await rm(path, { force: true })
      }
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
      if (performance.now() > until || (await age(path)) > STALE_MS) throw await locked(path)
      await wait(5 + Math.random() * 20)
    }
  }
}

async function age(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs
  } catch {
    return 0
  }
}

async function locked(path: string): Promise<UserError> {
  const holder = await readFile(path, 'utf8').catch(() => 'somebody')
  return new UserError('promotion.locked', `Expected to lock the target but ${path} is held by ${holder.trim()}`, {
    hint: 'If no promotion is running, one broke off: delete the lock file',
    kind: 'environment',
  })
}
