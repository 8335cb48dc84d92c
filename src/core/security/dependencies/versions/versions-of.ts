import { npm } from './npm.ts'
import { pypi } from './pypi.ts'
import type { Versions } from './versions.ts'

/** The ecosystems that advisories are looked up in, each with the order of its versions. */
export const versionsOf = { PyPI: pypi, npm } as const satisfies Record<string, Versions>
