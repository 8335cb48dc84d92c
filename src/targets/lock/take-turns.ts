import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../../core/user-error.ts'

/** How long one waits for the others: a promotion holds the lock for some requests to the target, seconds each where it is slow. */
const PATIENCE_S = 120

/** A lock that one may have at a time, as it is kept somewhere. */
export interface KeptLock {
  /** Takes it; false where somebody else has it. */
  take(): Promise<boolean>
  /** Who has it, and how long, as far as can be told. */
  holder(): Promise<string>
  release(): Promise<void>
  /** How a person takes it away from a run that broke off. */
  readonly remove: string
}

/** Waits until a lock is free, acts, and gives it back. Whoever waits too long is told who has it: a run that broke off leaves it behind. */
export async function takeTurns<T>(lock: KeptLock, second: number, act: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_S * second
  while (!(await lock.take())) {
    if (Date.now() > until)
      throw new UserError('promotion.locked', `Expected to lock the target but it is held: ${await lock.holder()}`, {
        hint: `If no promotion is running, one broke off: ${lock.remove}`,
        kind: 'environment',
      })
    await wait((0.3 + Math.random() * 0.7) * second)
  }
  try {
    return await act()
  } finally {
    // What was done stands, and is to be told; whoever comes next and finds the lock is told whose it was.
    await lock.release().catch(() => {})
  }
}
