import { z } from 'zod'
import type { Requirement } from './manifest.ts'
import { packageName } from './package-name.ts'
import { isImmutable, MAX_LENGTH } from './pep508.ts'

const Dependency = z.union([
  z.string(),
  z.looseObject({ version: z.string().optional(), rev: z.string().optional() }),
  z.array(z.unknown()),
])
const Table = z.record(z.string(), Dependency).default({})
const Poetry = z.object({
  dependencies: Table,
  'dev-dependencies': Table,
  group: z.record(z.string(), z.object({ dependencies: Table })).default({}),
})

/** A bare version is exact to Poetry; `^`, `~`, `*` and ranges are not (python-poetry.org, Dependency specification). */
const EXACT = /^={0,3}\s*(\d+(?:\.\d+)*(?:[a-z]+\d*)?(?:[.+-][\w.]+)?)$/i

const KEY = /^\s*(?:\[tool\.poetry\.[\w.-]*?dependencies\.)?["']?([\w.-]+)["']?\s*[=\]]/

/** The dependencies of Poetry's tables; Python itself is none. */
export function readPoetry(poetry: unknown, text: string): Requirement[] {
  const found = Poetry.safeParse(poetry)
  if (!found.success) return []
  const { dependencies, 'dev-dependencies': dev, group } = found.data
  const tables = [dependencies, dev, ...Object.values(group).map(each => each.dependencies)]
  const lines = linesOfKeys(text)
  return tables
    .flatMap(table => Object.entries(table))
    .filter(([name]) => name.toLowerCase() !== 'python')
    .map(([name, dependency]) => ({
      ecosystem: 'PyPI' as const,
      name: packageName(name),
      line: lines.get(name) ?? 1,
      ...versionOf(name, dependency),
    }))
}

function versionOf(
  name: string,
  dependency: z.output<typeof Dependency>,
): Pick<Requirement, 'version' | 'requirement' | 'pinned'> {
  if (Array.isArray(dependency)) return { requirement: name, pinned: false }
  const { version, rev } = typeof dependency === 'string' ? { version: dependency, rev: undefined } : dependency
  if (version !== undefined) {
    const exact = version.length > MAX_LENGTH ? undefined : EXACT.exec(version)?.[1]
    const requirement = `${name} ${version}`
    return exact === undefined ? { requirement, pinned: false } : { version: exact, requirement, pinned: true }
  }
  return {
    requirement: rev === undefined ? name : `${name} @${rev}`,
    pinned: rev !== undefined && isImmutable(`@${rev}`),
  }
}

/** The line each key of the file is first set on. */
function linesOfKeys(toml: string): Map<string, number> {
  const lines = new Map<string, number>()
  for (const [i, line] of toml.split('\n').entries()) {
    const key = KEY.exec(line)?.[1]
    if (key !== undefined && !lines.has(key)) lines.set(key, i + 1)
  }
  return lines
}
