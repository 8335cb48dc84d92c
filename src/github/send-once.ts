import { setTimeout as wait } from 'node:timers/promises'
import { failureOf } from './failure.ts'
import { pause } from './pause.ts'

const TRIES = 3

/** Sends a write that must not be carried out twice: where its answer is lost, `look` tells whether it was, before it is sent again. */
export async function sendOnce<T>(
  second: number,
  send: () => Promise<T>,
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await send()
    } catch (error) {
      const failure = failureOf(error)
      const seconds = failure?.kind === 'lost' ? pause(failure, tried) : undefined
      if (seconds === undefined) throw error
      await wait(seconds * second)
      const found = await look()
      if (found !== undefined) return found
      if (tried === TRIES) throw error
    }
  }
}
