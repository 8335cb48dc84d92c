import { allSources } from '../../src/sources/all-sources.ts'
import type { SourceWorld } from '../../src/sources/source-kind.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

/** Sources on a machine with a cache of its own. Pauses are short, a server's silence is borne for more than a second. */
export function aWorld(environment: Readonly<Record<string, string>> = {}) {
  const cache = environment.PROOFMARK_CACHE ?? temporaryFolder('cache')
  const said: string[] = []
  const world: SourceWorld = {
    root: temporaryFolder('root'),
    environment: { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', ...environment, PROOFMARK_CACHE: cache },
    progress: message => said.push(message),
    second: 25,
  }
  return { world, cache, said, sources: allSources(world), again: () => allSources(world) }
}
