import { Worker } from 'node:worker_threads'

/** A worker, which answers questions in the order in which they are asked. */
export interface Thread<Question, Answer> {
  /** Questions that it has not answered yet. */
  waiting(): number
  ask(question: Question): Promise<Answer>
  stop(): Promise<unknown>
}

interface Waiting<Answer> {
  resolve(answer: Answer): void
  reject(error: Error): void
}

/** Starts a worker with what it begins with, and room for so many megabytes of short-lived objects. */
export function startThread<Question, Answer>(file: URL, start: unknown, young: number): Thread<Question, Answer> {
  const worker = new Worker(file, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: young } })
  const waiting: Waiting<Answer>[] = []
  let failed: Error | undefined
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer))
  worker.on('error', error => {
    failed = error instanceof Error ? error : new Error(String(error))
    for (const { reject } of waiting.splice(0)) reject(failed)
  })
  return {
    waiting: () => waiting.length,
    stop: () => worker.terminate(),
    ask: question =>
      new Promise((resolve, reject) => {
        if (failed) {
          reject(failed)
          return
        }
        waiting.push({ resolve, reject })
        worker.postMessage(question)
      }),
  }
}
