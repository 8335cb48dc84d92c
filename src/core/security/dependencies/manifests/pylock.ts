import { z } from 'zod'
import { lockedPackage } from '../locked-package.ts'
import { defineManifest } from '../manifest.ts'
import { readToml } from '../read-toml.ts'
import { tableLines } from '../table-lines.ts'

const Pylock = z.object({
  'lock-version': z.string(),
  packages: z.array(
    z.object({
      name: z.string(),
      version: z.string().optional(),
      vcs: z.object({ 'commit-id': z.string() }).optional(),
      directory: z.object({}).optional(),
      archive: z.object({ hashes: z.record(z.string(), z.string()).default({}) }).optional(),
    }),
  ),
})

/** pylock.toml and pylock.NAME.toml (PEP 751); folders are no dependencies. */
export const pylock = defineManifest({
  id: 'pylock',
  title: 'a lock file of Python packages',
  recognise: path => /(^|\/)pylock(\.[^./]+)?\.toml$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'packages')
    const requirements = readToml(path, text, Pylock).packages.flatMap(
      ({ name, version, vcs, directory, archive }, i) => {
        if (directory !== undefined) return []
        const locked = lockedPackage({ name, version, commit: vcs?.['commit-id'] }, lines[i] ?? 1)
        const hashed = Object.keys(archive?.hashes ?? {}).length > 0
        return [{ ...locked, pinned: locked.pinned || hashed }]
      },
    )
    return { requirements, includes: [] }
  },
})
