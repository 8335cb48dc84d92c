import type { Settings } from '../settings/schema.ts'
import type { Task } from './task.ts'
import * as tasks from './tasks/index.ts'

/** The task that the settings name. */
export function taskOf({ task: id }: Settings['certify']): Task {
  const task = Object.values(tasks).find(task => task.id === id)
  if (!task) throw new Error(`No task is named ${id}`)
  return task
}
