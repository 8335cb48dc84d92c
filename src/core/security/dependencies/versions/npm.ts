import { parse, satisfies, validRange } from 'semver'
import type { Versions } from './versions.ts'

/** npm's versions (Semantic Versioning 2.0.0); `1` and `1.2` stand for 1.0.0 and 1.2.0, as in advisories. */
export const npm: Versions = {
  compare(a, b) {
    const [one, other] = [read(a), read(b)]
    if (one && other) return one.compare(other)
    if (one || other) return one ? 1 : -1
    return a < b ? -1 : a > b ? 1 : 0
  },
  allows(range, version) {
    if (validRange(range, true) === null) return undefined
    return satisfies(version, range, { loose: true, includePrerelease: true })
  },
}

const PARTIAL = /^v?(\d+)(?:\.(\d+))?$/

function read(version: string) {
  const [, major, minor = '0'] = PARTIAL.exec(version) ?? []
  return parse(major === undefined ? version : `${major}.${minor}.0`, { loose: true })
}
