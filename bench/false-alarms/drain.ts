import type { Finished } from './finished.ts'

/** A part of the bench: what it is called where it is kept, and what is asked. */
export interface Part<Asked> {
  readonly key: string
  readonly asked: Asked
}

/** Has the parts that are not finished answered, one at a time by each who answers, until none is left or the time is over. */
export async function drain<Asked>(
  parts: readonly Part<Asked>[],
  answerers: readonly ((asked: Asked) => Promise<unknown>)[],
  done: Finished,
  inTime: () => boolean,
): Promise<void> {
  const left = parts.filter(({ key }) => done.get(key) === undefined)
  const work = async (answer: (asked: Asked) => Promise<unknown>) => {
    for (let part = left.shift(); part !== undefined && inTime(); part = left.shift()) {
      done.add(part.key, await answer(part.asked))
    }
  }
  await Promise.all(answerers.map(work))
}
