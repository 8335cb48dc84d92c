import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A thread that answers one task at a time. */
export function askWorker(): { ask(task: unknown): Promise<unknown>; end(): Promise<unknown> } {
  const worker = new Worker(new URL('worker.ts', import.meta.url))
  return {
    async ask(task) {
      worker.postMessage(task)
      const [answer] = await once(worker, 'message')
      return answer
    },
    end: () => worker.terminate(),
  }
}
