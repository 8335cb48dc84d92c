import { z } from 'zod'
import { lockedPackage } from '../locked-package.ts'
import { defineManifest } from '../manifest.ts'
import { readToml } from '../read-toml.ts'
import { tableLines } from '../table-lines.ts'

const UvLock = z.object({
  version: z.int(),
  package: z
    .array(
      z.object({
        name: z.string(),
        version: z.string().optional(),
        source: z
          .object({
            git: z.string().optional(),
            virtual: z.string().optional(),
            editable: z.string().optional(),
            directory: z.string().optional(),
          })
          .default({}),
      }),
    )
    .default([]),
})

/** uv.lock (docs.astral.sh/uv, Project layout); the project itself and its workspace are no dependencies. */
export const uvLock = defineManifest({
  id: 'uv-lock',
  title: 'a lock file of uv',
  recognise: path => /(^|\/)uv\.lock$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'package')
    const requirements = readToml(path, text, UvLock).package.flatMap(({ name, version, source }, i) =>
      (source.virtual ?? source.editable ?? source.directory) === undefined
        ? [lockedPackage({ name, version, commit: source.git?.split('#').at(1) }, lines[i] ?? 1)]
        : [],
    )
    return { requirements, includes: [] }
  },
})
