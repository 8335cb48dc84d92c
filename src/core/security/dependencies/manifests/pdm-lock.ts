import { z } from 'zod'
import { lockedPackage } from '../locked-package.ts'
import { defineManifest } from '../manifest.ts'
import { readToml } from '../read-toml.ts'
import { tableLines } from '../table-lines.ts'

const PdmLock = z.object({
  metadata: z.object({}),
  package: z
    .array(
      z.object({
        name: z.string(),
        version: z.string().optional(),
        revision: z.string().optional(),
        path: z.string().optional(),
      }),
    )
    .default([]),
})

/** pdm.lock (pdm-project.org, Lock file); one package with and without extras is listed once. */
export const pdmLock = defineManifest({
  id: 'pdm-lock',
  title: 'a lock file of PDM',
  recognise: path => /(^|\/)pdm(\.[\w-]+)?\.lock$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'package')
    const seen = new Set<string>()
    const requirements = readToml(path, text, PdmLock).package.flatMap(
      ({ name, version, revision, path: folder }, i) => {
        const key = `${name}==${version}`
        if (folder !== undefined || seen.has(key)) return []
        seen.add(key)
        return [lockedPackage({ name, version, commit: revision }, lines[i] ?? 1)]
      },
    )
    return { requirements, includes: [] }
  },
})
