import type { HookFiles } from '../ports/hook-files.ts'
import { lakefsClient } from './client.ts'
import { connectionFrom, type Environment } from './connection.ts'
import { hookFileFault } from './hook-file.ts'

/** The files of hooks of the lakeFS that the environment names. */
export function hookFiles(environment: Environment): HookFiles {
  const client = lakefsClient(connectionFrom(environment))
  return { fault: (hook, ref, sha256) => hookFileFault(client, hook, ref, sha256) }
}
