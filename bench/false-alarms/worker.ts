import { parentPort } from 'node:worker_threads'
import { type CoverTask, cover } from './cover.ts'
import { ALPHA, simulate, type Task } from './simulate.ts'
import { tally } from './tally.ts'

parentPort?.on('message', (task: { simulate: Task } | { cover: CoverTask }) => {
  parentPort?.postMessage('simulate' in task ? tally(simulate(task.simulate), ALPHA) : cover(task.cover))
})
