import { z } from 'zod'
import { readYaml } from '../../../documents/read-yaml.ts'
import { lockedPackage } from '../locked-package.ts'
import { defineManifest, type Requirement } from '../manifest.ts'
import { refuseShape } from '../refuse-shape.ts'

const CondaLock = z.object({
  version: z.int(),
  package: z.array(z.object({ name: z.string(), version: z.coerce.string(), manager: z.string() })),
})

/** conda-lock.yml, versions 1 and 2 of the format; what several platforms share is listed once. */
export const condaLock = defineManifest({
  id: 'conda-lock',
  title: 'a lock file of conda-lock',
  recognise: path => /(^|\/)([^/]*[.-])?conda-lock\.ya?ml$/.test(path),
  read(path, text) {
    const document = readYaml(path, text)
    const found = CondaLock.safeParse(document.value)
    if (!found.success) throw refuseShape(path, found.error)
    const requirements = new Map<string, Requirement>()
    for (const [i, { name, version, manager }] of found.data.package.entries()) {
      const key = `${manager} ${name} ${version}`
      if (requirements.has(key)) continue
      const locked = lockedPackage({ name, version }, document.place(['package', i, 'name']).line ?? 1)
      requirements.set(key, manager === 'pip' ? locked : { ...locked, ecosystem: 'conda', name: name.toLowerCase() })
    }
    return { requirements: [...requirements.values()], includes: [] }
  },
})
