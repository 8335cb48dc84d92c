import { compare, satisfies, valid, validRange } from '@renovatebot/pep440'
import { publicVersion } from './public-version.ts'
import type { Versions } from './versions.ts'

/** Python's versions (PEP 440), their local labels left aside: an advisory for 2.0.1 is one for 2.0.1+cu118. */
export const pypi: Versions = {
  compare(a, b) {
    const [one, other] = [publicVersion(a), publicVersion(b)]
    const [isOne, isOther] = [valid(one) !== null, valid(other) !== null]
    if (isOne && isOther) return compare(one, other)
    if (isOne || isOther) return isOne ? 1 : -1
    return one < other ? -1 : one > other ? 1 : 0
  },
  allows(range, version) {
    if (!validRange(range)) return undefined
    return valid(version) !== null && satisfies(version, range, { prereleases: true })
  },
}
