import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../../core/user-error.ts'
import { leaseEnded } from './lease.ts'

/** How long one waits for the others: a promotion holds the lock for some requests to the target, seconds each where it is slow. */
const PATIENCE_S = 120
/** How often one asks who holds it. */
const ASKING_S = 5

/** A lock as somebody has it. */
export interface HeldLock {
  /** What tells it from every other: it is taken away only while it is this one. */
  readonly mark: string
  /** Where it is, and what it says: `the ref … by process 7 since … until …`. */
  readonly words: string
}

/** A lock that one may have at a time, as it is kept somewhere. */
export interface KeptLock {
  /** Takes it; false where somebody else has it. */
  take(): Promise<boolean>
  /** Who has it, as far as can be told; undefined where it was given back this moment. */
  holder(): Promise<HeldLock | undefined>
  /** Gives back what is ours. */
  release(): Promise<void>
  /** Takes away one whose time has ended, if it is still there. */
  breakOff(held: HeldLock): Promise<void>
  /** How a person takes it away from a run that broke off. */
  readonly remove: string
}

/**
 * Waits until a lock is free, acts, and gives it back. A run that broke off leaves it behind: its time ends, and whoever waits then takes
 * it away. Who waits too long before that is told who has it.
 */
export async function takeTurns<T>(lock: KeptLock, second: number, act: () => Promise<T>): Promise<T> {
  // By a clock that nobody sets: one that is put right meanwhile must not end the wait, nor make it longer.
  const until = performance.now() + PATIENCE_S * second
  let asked = Number.NEGATIVE_INFINITY
  while (!(await lock.take())) {
    const late = performance.now() > until
    if (late || performance.now() - asked > ASKING_S * second) {
      asked = performance.now()
      const held = await lock.holder()
      if (held && !late && leaseEnded(held.words, second)) {
        await lock.breakOff(held)
        continue
      }
      if (held && late)
        throw new UserError('promotion.locked', `Expected to lock the target but it is held: ${held.words}`, {
          hint: `If no promotion is running, one broke off: wait for its end, or ${lock.remove}`,
          kind: 'environment',
        })
    }
    await wait((0.3 + Math.random() * 0.7) * second)
  }
  try {
    return await act()
  } finally {
    // What was done stands, and is to be told; whoever comes next and finds the lock is told whose it was.
    await lock.release().catch(() => {})
  }
}
