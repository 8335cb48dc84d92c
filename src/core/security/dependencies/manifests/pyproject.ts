import { z } from 'zod'
import { lineOfQuoted } from '../line-of-quoted.ts'
import { defineManifest, type Requirement } from '../manifest.ts'
import { readSpecifier } from '../pep508.ts'
import { readPoetry } from '../poetry.ts'
import { readToml } from '../read-toml.ts'
import { requiredBySpecifier } from '../required-by-specifier.ts'
import { withoutCredentials } from '../without-credentials.ts'

const Specifiers = z.array(z.string())
const Pyproject = z.object({
  'build-system': z.object({ requires: Specifiers.default([]) }).optional(),
  project: z
    .object({
      dependencies: Specifiers.default([]),
      'optional-dependencies': z.record(z.string(), Specifiers).default({}),
    })
    .optional(),
  'dependency-groups': z
    .record(z.string(), z.array(z.union([z.string(), z.record(z.string(), z.unknown())])))
    .optional(),
  tool: z.object({ poetry: z.unknown().optional() }).optional(),
})

/** pyproject.toml: PEP 621, PEP 735, the build system's, and Poetry's own tables. */
export const pyproject = defineManifest({
  id: 'pyproject',
  title: 'a pyproject.toml',
  recognise: path => /(^|\/)pyproject\.toml$/.test(path),
  read(path, text) {
    const { project, tool, ...rest } = readToml(path, text, Pyproject)
    const specifiers = [
      ...(rest['build-system']?.requires ?? []),
      ...(project?.dependencies ?? []),
      ...Object.values(project?.['optional-dependencies'] ?? {}).flat(),
      ...Object.values(rest['dependency-groups'] ?? {})
        .flat()
        .filter(item => typeof item === 'string'),
    ]
    const lineOf = lineOfQuoted(text)
    return {
      includes: [],
      requirements: [
        ...specifiers.map((written): Requirement => {
          const specifier = readSpecifier(written)
          if (specifier) return requiredBySpecifier(specifier, lineOf(written))
          const shown = withoutCredentials(written)
          return { name: shown, line: lineOf(written), requirement: shown, pinned: false }
        }),
        ...readPoetry(tool?.poetry, text),
      ],
    }
  },
})
