import { z } from 'zod'
import { lockedPackage } from '../locked-package.ts'
import { defineManifest } from '../manifest.ts'
import { readToml } from '../read-toml.ts'
import { tableLines } from '../table-lines.ts'

const PoetryLock = z.object({
  metadata: z.object({}),
  package: z
    .array(
      z.object({
        name: z.string(),
        version: z.string(),
        source: z.object({ type: z.string(), resolved_reference: z.string().optional() }).optional(),
      }),
    )
    .default([]),
})

/** poetry.lock; folders of the project itself are no dependencies. */
export const poetryLock = defineManifest({
  id: 'poetry-lock',
  title: 'a lock file of Poetry',
  recognise: path => /(^|\/)poetry\.lock$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'package')
    const requirements = readToml(path, text, PoetryLock).package.flatMap(({ name, version, source }, i) =>
      source?.type === 'directory'
        ? []
        : [lockedPackage({ name, version, commit: source?.resolved_reference }, lines[i] ?? 1)],
    )
    return { requirements, includes: [] }
  },
})
