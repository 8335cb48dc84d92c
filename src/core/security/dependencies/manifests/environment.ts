import { z } from 'zod'
import { readYaml } from '../../../documents/read-yaml.ts'
import { UserError } from '../../../user-error.ts'
import { type Declared, defineManifest, type Requirement } from '../manifest.ts'
import { MAX_LENGTH } from '../pep508.ts'
import { readPipLine } from '../pip-line.ts'
import { withoutCredentials } from '../without-credentials.ts'

const Environment = z.object({
  dependencies: z.array(z.unknown()).default([]),
})

const Pip = z.object({ pip: z.array(z.string()) })

/** `channel::name=version=build`, or `name` and versions with comparison signs (docs.conda.io, Package match specifications). */
const SPEC = /^(?:[\w./-]+::)?([\w.-]+)\s*(.*)$/
/** `==1.2.3`, or a version with its build: a single `=` would also take 1.2.3.1. */
const EXACT = /^(?:==\s*([^\s,|*<>=]+)|=([^\s,|*<>=]+)=[^\s,|*<>=]+)$/

/** conda's environment files, also as MLflow writes them; `pip:` lists are read as pip's. */
export const environment = defineManifest({
  id: 'environment',
  title: 'a conda environment file',
  recognise: path => /(^|\/)(environment[^/]*|conda)\.ya?ml$/i.test(path),
  read(path, text) {
    const document = readYaml(path, text)
    const found = Environment.safeParse(document.value)
    if (!found.success)
      throw new UserError('dependencies.syntax', `Expected 'dependencies' to be a list (${path}:1)`, {
        file: path,
        line: 1,
        hint: 'See docs.conda.io, Managing environments',
      })
    const lineOf = (...where: PropertyKey[]) => document.place(['dependencies', ...where]).line ?? 1
    const declared = found.data.dependencies.flatMap((item, i): Declared[] => {
      if (typeof item === 'string') return [{ requirements: [conda(item, lineOf(i))], includes: [] }]
      const pip = Pip.safeParse(item)
      return pip.success ? pip.data.pip.map((written, j) => readPipLine(path, lineOf(i, 'pip', j), written.trim())) : []
    })
    return {
      requirements: declared.flatMap(({ requirements }) => requirements),
      includes: declared.flatMap(({ includes }) => includes),
    }
  },
})

function conda(spec: string, line: number): Requirement {
  const written = withoutCredentials(spec)
  const [, name = written, version = ''] = SPEC.exec(written.slice(0, MAX_LENGTH).trim()) ?? []
  const exact = EXACT.exec(version.trim())
    ?.slice(1)
    .find(part => part !== undefined)
  return {
    ecosystem: 'conda',
    name: name.toLowerCase(),
    ...(exact === undefined ? {} : { version: exact }),
    line,
    requirement: written.trim(),
    pinned: exact !== undefined,
  }
}
