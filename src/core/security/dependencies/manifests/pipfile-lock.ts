import { z } from 'zod'
import { jsonKeyLines } from '../json-key-lines.ts'
import { lockedPackage } from '../locked-package.ts'
import { defineManifest, type Requirement } from '../manifest.ts'
import { readSpecifier } from '../pep508.ts'
import { readJson } from '../read-json.ts'
import { requiredBySpecifier } from '../required-by-specifier.ts'

const Package = z.object({
  version: z.string().optional(),
  ref: z.string().optional(),
  path: z.string().optional(),
})
const PipfileLock = z.object({ _meta: z.object({}) }).catchall(z.record(z.string(), Package))

/** Pipfile.lock: `default`, `develop` and any further category. */
export const pipfileLock = defineManifest({
  id: 'pipfile-lock',
  title: 'a lock file of Pipenv',
  recognise: path => /(^|\/)Pipfile\.lock$/.test(path),
  read(path, text) {
    const { _meta, ...categories } = readJson(path, text, PipfileLock)
    const lines = jsonKeyLines(text)
    const requirements = Object.values(categories).flatMap(packages =>
      Object.entries(packages)
        .filter(([, { path: folder }]) => folder === undefined)
        .map(([name, { version, ref }]): Requirement => {
          const line = lines.get(name)?.[0] ?? 1
          const specifier = version === undefined ? undefined : readSpecifier(`${name}${version}`)
          return specifier ? requiredBySpecifier(specifier, line) : lockedPackage({ name, commit: ref }, line)
        }),
    )
    return { requirements, includes: [] }
  },
})
