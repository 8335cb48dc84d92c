import { z } from 'zod'
import { readYaml } from '../../../documents/read-yaml.ts'
import { distributionFile, fileName } from '../distribution-file.ts'
import { lockedPackage } from '../locked-package.ts'
import { defineManifest, type Requirement } from '../manifest.ts'
import { refuseShape } from '../refuse-shape.ts'

/** Before version 6 a package says its kind; since then its address stands under the kind. */
const Package = z.object({
  kind: z.string().optional(),
  conda: z.string().optional(),
  pypi: z.string().optional(),
  name: z.string().optional(),
  version: z.coerce.string().optional(),
})
const PixiLock = z.object({ version: z.int(), packages: z.array(Package).default([]) })

/** `name-version-build.conda` (docs.conda.io, Package naming conventions). */
const CONDA_FILE = /^(.+)-([^-]+)-[^-]+\.(?:conda|tar\.bz2)$/

/** pixi.lock, versions 4 to 6 of the format; packages built from folders are no dependencies. */
export const pixiLock = defineManifest({
  id: 'pixi-lock',
  title: 'a lock file of pixi',
  recognise: path => /(^|\/)pixi\.lock$/.test(path),
  read(path, text) {
    const document = readYaml(path, text)
    const found = PixiLock.safeParse(document.value)
    if (!found.success) throw refuseShape(path, found.error)
    const requirements = new Map<string, Requirement>()
    for (const [i, each] of found.data.packages.entries()) {
      const required = read(each, document.place(['packages', i]).line ?? 1)
      if (!required) continue
      const key = `${required.ecosystem} ${required.requirement}`
      if (!requirements.has(key)) requirements.set(key, required)
    }
    return { requirements: [...requirements.values()], includes: [] }
  },
})

function read({ kind, conda, pypi, ...named }: z.output<typeof Package>, line: number): Requirement | undefined {
  if (kind === 'pypi' || pypi !== undefined) {
    const file = distributionFile(pypi ?? '')
    const name = named.name ?? file?.name
    const version = named.version ?? file?.version
    if (name === undefined || (version === undefined && /^\.{0,2}\//.test(pypi ?? ''))) return undefined
    return lockedPackage({ name, version }, line)
  }
  const [, name = named.name, version = named.version] = CONDA_FILE.exec(fileName(conda ?? '')) ?? []
  if (name === undefined || version === undefined) return undefined
  return { ...lockedPackage({ name, version }, line), ecosystem: 'conda', name: name.toLowerCase() }
}
