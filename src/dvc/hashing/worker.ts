import { parentPort } from 'node:worker_threads'
import { hashPaths, type ToHash } from './hash-paths.ts'

parentPort?.on('message', (files: readonly ToHash[]) => parentPort?.postMessage(hashPaths(files)))
