import type { Task } from '../core/model/task.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { type ReadPredictions, readPredictions } from './read-predictions.ts'

/** Reads the truths from before the hold-out, where the task takes some and the settings name their file. */
export async function readHistory(
  { history }: Task,
  settings: Settings['certify'],
  ports: Ports,
): Promise<ReadPredictions | undefined> {
  const { id, history: file } = settings
  if (!history || file === undefined) return undefined
  return readPredictions({ id, file, role: 'history', reading: history.reading(settings) }, ports)
}
