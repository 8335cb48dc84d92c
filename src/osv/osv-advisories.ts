import type { Advisories } from '../ports.ts'
import { fromArchives } from './from-archives.ts'
import { fromServer } from './from-server.ts'

interface Options {
  /** Milliseconds that count as a second of waiting; tests shorten it. */
  readonly second?: number
}

/** Advisories of OSV, by its API (google.github.io/osv.dev/api) or from its archives, which need no network. */
export function osvAdvisories({ second = 1000 }: Options = {}): Advisories {
  return {
    async find(packages, source) {
      return 'url' in source ? fromServer(packages, source.url, second) : fromArchives(packages, source.archives)
    },
  }
}
