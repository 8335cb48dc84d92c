import type { Advisories } from '../ports.ts'

interface Options {
  /** Milliseconds that count as a second of waiting; tests shorten it. */
  readonly second?: number
}

/** Advisories of OSV, by its API (google.github.io/osv.dev/api); what asks it is loaded when there is something to ask. */
export function osvAdvisories({ second = 1000 }: Options = {}): Advisories {
  return {
    find: async (packages, { url }) => (await import('./from-server.ts')).fromServer(packages, url, second),
  }
}
