import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeCodecs } from '../../src/codecs/node-codecs.ts'
import { readDependencyFile, readIncluded } from '../../src/core/security/dependencies/dependency-file.ts'
import { scanContent } from '../../src/core/security/scan-content.ts'
import { fromArchive } from '../../src/osv/from-archive.ts'
import type { Scanner } from '../../src/ports.ts'
import { openSource } from '../../src/scanning/open-source.ts'
import { secretlint } from '../../src/secrets/secretlint.ts'
import { sha256 as hash } from './sha256.ts'

const { find: findSecrets } = secretlint()

/** Scans files in this process: the same work without the start of another, for tests of what becomes of it. */
export const scanHere = (root: string): Scanner => ({
  open: limits => ({
    close: () => {},
    async scan(path, sizeBeside) {
      const { source, sha256, state, close } = openSource(join(root, path))
      try {
        const scanned = await scanContent(path, source, {
          ...nodeCodecs(limits),
          findSecrets,
          sha256: hash,
          sizeBeside,
        })
        return { ...scanned, state, ...(sha256 === undefined ? {} : { sha256 }) }
      } finally {
        close()
      }
    },
    readDependencies: async (path, text, as) =>
      as === 'included' ? readIncluded(path, text) : readDependencyFile(path, text),
    async matchAdvisories(path, packages) {
      const archive = readFileSync(join(root, path))
      return { ...fromArchive(archive, packages), sha256: createHash('sha256').update(archive).digest('hex') }
    },
  }),
})
