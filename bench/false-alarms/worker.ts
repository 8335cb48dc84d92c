import { parentPort } from 'node:worker_threads'
import { type CoverTask, cover } from './cover.ts'
import { simulate, type Task } from './simulate.ts'

parentPort?.on('message', (task: { simulate: Task } | { cover: CoverTask }) => {
  parentPort?.postMessage('simulate' in task ? simulate(task.simulate) : cover(task.cover))
})
