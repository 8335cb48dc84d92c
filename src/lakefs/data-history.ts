import type { DataChange, DataHistory } from '../ports/data-history.ts'
import type { Difference } from './answers.ts'
import { lakefsClient } from './client.ts'
import { connectionFrom, type Environment } from './connection.ts'

/** The history of the lakeFS that the environment names. */
export function dataHistory(environment: Environment, second?: number): DataHistory {
  const client = lakefsClient(connectionFrom(environment), second)
  return {
    changes: async (repository, before, now) =>
      (await client.diff(repository, before, now)).map(({ path, type }) => ({ path, kind: KIND[type] })),
  }
}

/** The last two come of three-sided comparisons and of folders; neither is asked for. */
const KIND: Readonly<Record<Difference['type'], DataChange['kind']>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  conflict: 'changed',
  prefix_changed: 'changed',
}
