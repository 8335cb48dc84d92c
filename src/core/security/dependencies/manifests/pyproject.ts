import { parse, TomlError } from 'smol-toml'
import { z } from 'zod'
import { UserError } from '../../../user-error.ts'
import { printable } from '../../printable.ts'
import { lineOfQuoted } from '../line-of-quoted.ts'
import { defineManifest, type Requirement } from '../manifest.ts'
import { readSpecifier } from '../pep508.ts'
import { readPoetry } from '../poetry.ts'
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
    const { project, tool, ...rest } = readToml(path, text)
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
          return {
            name: specifier?.name ?? withoutCredentials(written),
            line: lineOf(written),
            requirement: specifier?.text ?? withoutCredentials(written),
            pinned: specifier?.pinned ?? false,
          }
        }),
        ...readPoetry(tool?.poetry, text),
      ],
    }
  },
})

function readToml(path: string, text: string): z.output<typeof Pyproject> {
  try {
    const found = Pyproject.safeParse(parse(text))
    if (found.success) return found.data
    const [issue] = found.error.issues
    throw new UserError(
      'dependencies.syntax',
      `Expected ${path} to list dependencies as texts but '${printable(issue?.path.join('.') ?? '')}' is none`,
      {
        file: path,
        hint: 'See packaging.python.org, pyproject.toml specification',
      },
    )
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new UserError('dependencies.syntax', `Expected ${path} to be TOML but line ${cause.line} is none`, {
      file: path,
      line: cause.line,
      hint: 'Check the quotes and brackets around this line',
      cause,
    })
  }
}
