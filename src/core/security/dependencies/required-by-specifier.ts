import type { Requirement } from './manifest.ts'
import type { Specifier } from './pep508.ts'

/** A requirement on PyPI, from its specifier. */
export const requiredBySpecifier = ({ name, version, range, text, pinned }: Specifier, line: number): Requirement => ({
  ecosystem: 'PyPI',
  name,
  ...(version === undefined ? {} : { version }),
  ...(range === undefined ? {} : { range }),
  line,
  requirement: text,
  pinned,
})
