import type { Advisories } from '../ports.ts'
import { fromServer } from './from-server.ts'

interface Options {
  /** Milliseconds that count as a second of waiting; tests shorten it. */
  readonly second?: number
}

/** Advisories of OSV, by its API (google.github.io/osv.dev/api). */
export function osvAdvisories({ second = 1000 }: Options = {}): Advisories {
  return {
    find: (packages, { url }) => fromServer(packages, url, second),
  }
}
