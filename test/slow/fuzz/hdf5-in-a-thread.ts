import { Worker } from 'node:worker_threads'
import type { Hdf5Outline } from '../../../src/core/security/hdf5/outline.ts'

/** The HDF5 library goes round in circles on some damaged files, and nothing inside a thread can stop it. */
const MAX_MILLISECONDS = 10_000

const READER = `
import { parentPort } from 'node:worker_threads'
import { readHdf5 } from ${JSON.stringify(new URL('../../../src/codecs/hdf5.ts', import.meta.url).href)}
import { memorySource } from ${JSON.stringify(new URL('../../../src/core/security/content/memory-source.ts', import.meta.url).href)}
parentPort.on('message', async bytes => parentPort.postMessage(await readHdf5(memorySource(bytes))))
`

export interface Hdf5Thread {
  /** Files on which the library did not come to an end, or ended the thread. */
  readonly stuck: number
  read(bytes: Uint8Array): Promise<Hdf5Outline>
  close(): Promise<unknown>
}

/** The reader of HDF5 in a thread of its own, which is ended where it takes too long: the file is then one that cannot be read. */
export function startHdf5Thread(): Hdf5Thread {
  let worker = start()
  let stuck = 0
  return {
    get stuck() {
      return stuck
    },
    read: bytes =>
      new Promise(resolve => {
        const current = worker
        const giveUp = (fault: string) => {
          finish()
          stuck++
          worker = start()
          void current.terminate()
          resolve({ groups: 0, datasets: 0, leads: [], attributes: {}, texts: [], fault })
        }
        const timer = setTimeout(() => giveUp('it takes too long'), MAX_MILLISECONDS)
        const answered = (outline: Hdf5Outline) => {
          finish()
          resolve(outline)
        }
        const failed = (error: Error) => giveUp(`the library ends with ${error.message}`)
        const finish = () => {
          clearTimeout(timer)
          current.off('message', answered).off('error', failed)
        }
        current.on('message', answered).on('error', failed)
        current.postMessage(bytes)
      }),
    close: () => worker.terminate(),
  }
}

const start = () => new Worker(new URL(`data:text/javascript,${encodeURIComponent(READER)}`))
