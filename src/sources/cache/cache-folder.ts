import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where fetched files are kept: as told, else in the runner's tool cache, which outlives a job on machines of one's own, else in the user's cache. */
export function cacheFolder({ PROOFMARK_CACHE, RUNNER_TOOL_CACHE, XDG_CACHE_HOME }: Environment): string {
  if (PROOFMARK_CACHE) return resolve(PROOFMARK_CACHE)
  if (RUNNER_TOOL_CACHE) return join(RUNNER_TOOL_CACHE, 'proofmark')
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'proofmark', 'files')
}
