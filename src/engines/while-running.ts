/** A statement under way, and how it is let go. */
interface Running {
  cancel(): Promise<void>
  /** Settles when the engine has been told, or has answered. */
  readonly done: Promise<void>
}

const running = new Set<Running>()
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** Milliseconds that engines are given to hear of it: who cancels a job ends its processes soon after. */
const PATIENCE = 7000

/**
 * Waits for a statement. A process that is ended meanwhile cancels it first: an engine would go on for nobody.
 */
export async function whileRunning<Answer>(cancel: () => Promise<void>, answer: Promise<Answer>): Promise<Answer> {
  const one = {
    cancel,
    done: answer.then(
      () => {},
      () => {},
    ),
  }
  if (running.size === 0) for (const signal of SIGNALS) process.once(signal, cancelAll)
  running.add(one)
  try {
    return await answer
  } finally {
    running.delete(one)
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, cancelAll)
  }
}

function cancelAll(signal: NodeJS.Signals): void {
  const all = [...running].map(({ cancel, done }) => cancel().then(() => done))
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE))
  void Promise.race([Promise.allSettled(all), late]).then(() => {
    for (const each of SIGNALS) process.off(each, cancelAll)
    process.kill(process.pid, signal)
  })
}
