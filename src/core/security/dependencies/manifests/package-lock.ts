import { z } from 'zod'
import { jsonKeyLines } from '../json-key-lines.ts'
import { defineManifest, type Requirement } from '../manifest.ts'
import { readJson } from '../read-json.ts'
import { withoutCredentials } from '../without-credentials.ts'

const Package = z.object({ name: z.string().optional(), version: z.string().optional(), link: z.boolean().optional() })
const Nested = z.object({ version: z.string().optional(), dependencies: z.record(z.string(), z.unknown()).optional() })
const PackageLock = z.object({
  lockfileVersion: z.int(),
  packages: z.record(z.string(), Package).optional(),
  dependencies: z.record(z.string(), z.unknown()).optional(),
})
type PackageLock = z.output<typeof PackageLock>

/** package-lock.json and npm-shrinkwrap.json, versions 1 to 3; workspaces and links are no dependencies. */
export const packageLock = defineManifest({
  id: 'package-lock',
  title: 'a lock file of npm',
  recognise: path => /(^|\/)(package-lock|npm-shrinkwrap)\.json$/.test(path),
  read(path, text) {
    const lock = readJson(path, text, PackageLock)
    const lines = jsonKeyLines(text)
    const installed = lock.packages ? fromPackages(lock.packages) : fromTree(lock.dependencies ?? {})
    const requirements = new Map<string, Requirement>()
    for (const { key, name, version } of installed) {
      const required = { ...versionOf(name, version), line: lines.get(key)?.[0] ?? 1 }
      if (!requirements.has(required.requirement)) requirements.set(required.requirement, required)
    }
    return { requirements: [...requirements.values()], includes: [] }
  },
})

interface Installed {
  readonly key: string
  readonly name: string
  readonly version: string | undefined
}

const FOLDER = 'node_modules/'

const fromPackages = (packages: NonNullable<PackageLock['packages']>): Installed[] =>
  Object.entries(packages)
    .filter(([key, { link }]) => key.includes(FOLDER) && link !== true)
    .map(([key, { name, version }]) => ({
      key,
      name: name ?? key.slice(key.lastIndexOf(FOLDER) + FOLDER.length),
      version,
    }))

/** Version 1 nests what could not be hoisted; walked without recursion, since the depth is the file's. */
function fromTree(dependencies: Record<string, unknown>): Installed[] {
  const found: Installed[] = []
  const open = [dependencies]
  for (let level = open.pop(); level !== undefined; level = open.pop()) {
    for (const [name, value] of Object.entries(level)) {
      const { version, dependencies: nested } = Nested.safeParse(value).data ?? {}
      found.push({ key: name, name, version })
      if (nested) open.push(nested)
    }
  }
  return found
}

const ALIAS = /^npm:((?:@[^/]+\/)?[^@]+)@(.+)$/

/** A version of the registry; a commit or a file is pinned by its digest but has no version there. */
function versionOf(name: string, version: string | undefined): Omit<Requirement, 'line'> {
  const [, real = name, exact = version ?? ''] = ALIAS.exec(version ?? '') ?? []
  const requirement = withoutCredentials(exact === '' ? real : `${real}@${exact}`)
  if (/^\d+\.\d+\.\d+/.test(exact)) return { ecosystem: 'npm', name: real, version: exact, requirement, pinned: true }
  return { ecosystem: 'npm', name: real, requirement, pinned: /#[0-9a-f]{40}$/.test(exact) }
}
